package dev.pentimento.ports.out;

import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.HeldImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Histories as files that travel between homes. Who owns them stays behind.
 *
 * <p>Safe for use by several threads. Memory does not grow with the size of the images.
 */
public interface Bundles {

    /**
     * Writes a bundle. The file appears whole and safe on the disk, or not at all; one of that name is replaced. The same bundle always gives the
     * same bytes.
     *
     * @throws dev.pentimento.ports.failure.StorageFailure if it cannot be written, or would lie among the images of the home
     */
    Written write(Bundle bundle, Path file, Supply images);

    /**
     * Opens a bundle and checks all of it but the bytes of the images; whoever opens it closes it.
     *
     * @param owner whose the history is to be
     * @throws dev.pentimento.ports.failure.BundleRejected if it is no bundle, damaged, too large, or holds anything unexpected
     * @throws dev.pentimento.ports.failure.StorageFailure if the file cannot be read
     */
    OpenBundle open(Path file, UserId owner);

    /** Hands over the bytes of images that go into a bundle. */
    @FunctionalInterface
    interface Supply {

        /** @throws IOException only where {@code to} does */
        void copy(HeldImage image, OutputStream to) throws IOException;
    }

    /**
     * A bundle that was written.
     *
     * @param bytes size of the file
     * @param sha256 of the file, in hex
     */
    record Written(long bytes, String sha256) {}

    /** A bundle that is open for reading. Safe for use by several threads. */
    interface OpenBundle extends AutoCloseable {

        Bundle contents();

        /**
         * Whether the bytes of an image are those that the manifest promises.
         *
         * @throws dev.pentimento.ports.failure.BundleRejected if they are not
         */
        void check(HeldImage image);

        /**
         * Copies the bytes of an image as they are; whoever keeps them checks them again.
         *
         * @throws IOException only where {@code to} does
         */
        void copy(HeldImage image, OutputStream to) throws IOException;

        @Override
        void close();
    }
}
