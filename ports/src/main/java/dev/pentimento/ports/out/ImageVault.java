package dev.pentimento.ports.out;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.ImageDigest;
import java.io.IOException;
import java.io.OutputStream;
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

    /** What is kept under {@code digest}, by its name alone: its bytes are not looked at. */
    Optional<HeldImage> find(ImageDigest digest);

    /**
     * As {@link #store(EncodedImage)}, for bytes that need never be in memory all at once.
     *
     * @param bytes called once, or not at all when the image is there already
     * @throws IllegalArgumentException if the bytes are not those of {@code image}; nothing is kept then
     */
    void store(HeldImage image, ImageBytes bytes);

    /**
     * As {@link #load}, without holding all bytes in memory. Part of them may have been written when it throws.
     *
     * @throws IOException only where {@code to} does
     * @throws dev.pentimento.ports.failure.StorageFailure if the bytes are not there, or are no longer what was stored
     */
    void copy(ImageDigest digest, OutputStream to) throws IOException;

    /** The absolute path of the file that holds the bytes; empty where they are not kept in a file, or not at all. */
    Optional<Path> locate(ImageDigest digest);

    /** How many bytes there is still room for; {@link Long#MAX_VALUE} where nobody can tell. */
    long room();

    /** Where the bytes of an image come from. */
    @FunctionalInterface
    interface ImageBytes {

        /** @throws IOException only where {@code to} does */
        void writeTo(OutputStream to) throws IOException;
    }
}
