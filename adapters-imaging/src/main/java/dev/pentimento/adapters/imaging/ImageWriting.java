package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ImageRejected.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes pictures in turns, as memory allows.
 *
 * <p>What is written has often been paid for, so it is never turned away for want of a turn: when that does not come in time, it is written without.
 */
final class ImageWriting {
    private ImageWriting() {}

    static EncodedImage write(Raster raster, MediaType type, Bounds bounds) {
        MemoryBudget memory = bounds.memory();
        long needed = Math.min(memory.bytes(), raster.size().pixels() * bytesPerPixel(type));
        boolean taken = take(memory, needed, bounds);
        try {
            return EncodedImage.of(bytes(raster, type));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing %s as %s into memory failed".formatted(raster, type.mime()), e);
        } catch (OutOfMemoryError e) {
            throw new ImageRejected(
                    Reason.TOO_LARGE,
                    "A picture of %s px does not fit into memory as %s; scale it down, or use a larger heap (-Xmx)"
                            .formatted(raster.size(), type),
                    e);
        } finally {
            if (taken) {
                memory.giveBack(needed);
            }
        }
    }

    /** The file while it grows, and a copy of it: noise is as long in a PNG as in memory, and a quarter of that in a JPEG. */
    private static int bytesPerPixel(MediaType type) {
        return type == MediaType.JPEG ? 3 : 12;
    }

    private static boolean take(MemoryBudget memory, long bytes, Bounds bounds) {
        try {
            return memory.take(bytes, Deadline.in(bounds.limits().timeout()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] bytes(Raster raster, MediaType type) throws IOException {
        return switch (type) {
            case PNG -> PngWriter.write(raster);
            case JPEG -> JpegWriter.write(raster);
            case WEBP, GIF ->
                throw new IllegalArgumentException(
                        "Images are written as PNG or JPEG but %s was asked for".formatted(type.mime()));
        };
    }
}
