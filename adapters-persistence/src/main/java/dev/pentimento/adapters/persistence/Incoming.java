package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.ports.out.ImageVault.ImageBytes;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * Where files are written before they are moved to their place in one step.
 *
 * <p>It is one folder for the whole vault, on the same file system, so that looking for leftovers of crashed writers costs one short listing.
 */
record Incoming(Path folder, Move move) {
    /** The only way by which a file gets its name. */
    static final Move AT_ONCE = (draft, place) -> Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);

    /** Nobody needs this long to write one image. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    /** Gives a file that is complete and on the disk its name. */
    @FunctionalInterface
    interface Move {
        void accept(Path draft, Path place) throws IOException;
    }

    /** Once this returns, the bytes are on the disk; their name is as soon as the folder of {@code place} is synced, too. */
    void write(byte[] bytes, Path place) throws IOException {
        Path draft = Files.createTempFile(folder, "image", ".tmp");
        try {
            writeThrough(bytes, draft);
            move.accept(draft, place);
        } catch (IOException e) {
            deleteAfter(e, draft);
            throw e;
        }
    }

    /** As the other, for bytes that come in pieces; they have to be those of {@code image}. An interrupt does not break this off. */
    void write(HeldImage image, ImageBytes bytes, Path place) throws IOException {
        Path draft = Files.createTempFile(folder, "image", ".tmp");
        try {
            writeThrough(image, bytes, draft);
            move.accept(draft, place);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void writeThrough(HeldImage image, ImageBytes bytes, Path draft) throws IOException {
        try (FileOutputStream file = new FileOutputStream(draft.toFile())) {
            ImageMeter meter = new ImageMeter(file);
            bytes.writeTo(meter);
            if (meter.image().filter(image::equals).isEmpty()) {
                throw new IllegalArgumentException("These bytes are not those of " + image);
            }
            file.getFD().sync();
        }
    }

    /** Removes what crashed writers have left behind. */
    void forgetLeftovers(Instant now) {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder)) {
            for (Path draft : drafts) {
                forgetIfOld(draft, now);
            }
        } catch (IOException ignored) {
            // Leftovers harm nobody, and whoever opens the vault next tries again.
        }
    }

    private static void forgetIfOld(Path draft, Instant now) throws IOException {
        Instant touched = Files.getLastModifiedTime(draft).toInstant();
        if (touched.isBefore(now.minus(LEFT_OVER))) {
            Files.deleteIfExists(draft);
        }
    }

    private static void writeThrough(byte[] bytes, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void deleteAfter(IOException failure, Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
