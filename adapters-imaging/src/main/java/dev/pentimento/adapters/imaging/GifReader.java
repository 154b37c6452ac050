package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.Raster;

/** Reads the first frame of a GIF where it lies on its screen; what it does not cover is transparent. */
final class GifReader implements FormatReader {
    /** Per pass: first row, step down. */
    private static final int[][] INTERLACED = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

    private static final int[][] ONE_PASS = {{0, 1}};

    /** An index, and the colour that it stands for. */
    private static final int BYTES_PER_PIXEL = 1 + 4;

    @Override
    public Raster read(ByteView file, Gate gate) {
        GifFrame frame = GifFrame.first(file, gate);
        gate.reserve(frame.screen(), BYTES_PER_PIXEL);
        byte[] indices = new byte[frame.width() * frame.height()];
        GifPixels.decode(frame.content(), indices, gate);
        int[] argb = new int[Math.toIntExact(frame.screen().pixels())];
        int from = 0;
        for (int[] pass : frame.interlaced() ? INTERLACED : ONE_PASS) {
            for (int y = pass[0]; y < frame.height(); y += pass[1]) {
                paintRow(frame, y, indices, from, argb);
                from += frame.width();
            }
        }
        return Raster.adopt(frame.screen(), argb);
    }

    private static void paintRow(GifFrame frame, int y, byte[] indices, int from, int[] argb) {
        int to = (frame.top() + y) * frame.screen().width() + frame.left();
        for (int x = 0; x < frame.width(); x++) {
            argb[to + x] = frame.colour(indices[from + x] & 0xff);
        }
    }
}
