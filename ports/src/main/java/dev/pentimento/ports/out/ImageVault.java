package dev.pentimento.ports.out;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageDigest;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps image files under their digest.
 *
 * <p>Safe for use by several threads and processes. Failures are {@link dev.pentimento.ports.failure.StorageFailure}.
 */
public interface ImageVault {

    /** Keeps the bytes; once this returns they survive a power cut. Bytes that are there already are not written again. */
    ImageDigest store(EncodedImage image);

    /**
     * The bytes kept under {@code digest}.
     *
     * @throws dev.pentimento.ports.failure.StorageFailure if they are not there, or are no longer what was stored
     */
    EncodedImage load(ImageDigest digest);

    boolean contains(ImageDigest digest);

    /** The absolute path of the file that holds the bytes; empty where they are not kept in a file, or not at all. */
    Optional<Path> locate(ImageDigest digest);
}
