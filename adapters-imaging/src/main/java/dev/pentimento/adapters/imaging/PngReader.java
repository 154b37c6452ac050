package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import java.io.IOException;
import java.util.zip.DataFormatException;

/** Reads PNG, in every colour type, depth and interlacing of the specification; of an animation, the picture that all programs show. */
final class PngReader implements FormatReader {
    /** Deflate cannot pack tighter than this, so a file with less cannot hold its pixels. */
    private static final int MAX_COMPRESSION = 1032;

    /** Per pass of Adam7: first column, first row, step across, step down. */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

    @Override
    public Raster read(ByteView file, Gate gate) throws IOException {
        PngChunks chunks = PngChunks.of(file, gate);
        ImageSize size = chunks.header().size();
        Orientation orientation = chunks.exif().map(Exif::orientation).orElse(Orientation.UPRIGHT);
        checkThatPixelsCanBeThere(chunks, gate);
        gate.reserve(size, Orientation.BYTES_PER_PIXEL + orientation.bytesPerPixel());
        int[] argb = pixels(chunks, gate);
        chunks.profile()
                .flatMap(profile -> PngProfile.of(profile, gate))
                .ifPresent(
                        profile -> profile.toSrgb(argb, chunks.header().colour().isGrey() ? 1 : 3));
        return orientation.upright(size, argb);
    }

    private static int[] pixels(PngChunks chunks, Gate gate) throws IOException {
        int[] argb = new int[Math.toIntExact(chunks.header().size().pixels())];
        PngSamples samples = new PngSamples(chunks, gate);
        try (PngRows rows = new PngRows(chunks.pixels(), gate)) {
            for (int[] pass : chunks.header().interlaced() ? ADAM7 : ONE_PASS) {
                read(chunks.header(), rows, samples, pass, argb);
            }
            rows.finish();
        } catch (DataFormatException e) {
            throw new IOException("The pixels cannot be inflated", e);
        }
        return argb;
    }

    private static void checkThatPixelsCanBeThere(PngChunks chunks, Gate gate) {
        PngHeader header = chunks.header();
        long needed =
                (long) header.rowBytes(header.size().width()) * header.size().height();
        long present = chunks.pixels().stream().mapToLong(ByteView::length).sum();
        if (present * MAX_COMPRESSION < needed && gate.enforces(IntakeRule.PIXELS_PRESENT)) {
            throw gate.damaged("%d bytes cannot hold the pixels of %s px".formatted(present, header.size()));
        }
    }

    private static void read(PngHeader header, PngRows rows, PngSamples samples, int[] pass, int[] argb)
            throws DataFormatException {
        ImageSize size = header.size();
        int width = (size.width() - pass[0] + pass[2] - 1) / pass[2];
        if (width == 0) {
            return;
        }
        byte[] row = new byte[header.rowBytes(width)];
        byte[] above = new byte[row.length];
        for (int y = pass[1]; y < size.height(); y += pass[3]) {
            rows.next(row, above, header.pixelBytes());
            samples.paint(row, width, argb, y * size.width() + pass[0], pass[2]);
            byte[] done = row;
            row = above;
            above = done;
        }
    }
}
