package dev.pentimento.adapters.imaging;

import java.util.Arrays;

/** Turns rows of samples, in whatever colour type and depth, into 8-bit pixels. */
final class PngSamples {
    private static final int OPAQUE = 0xff << 24;
    private static final int NO_KEY = -1;

    private final PngHeader header;
    private final int[] palette;
    /** The samples of the one colour that is transparent; NO_KEY where there is none. */
    private final int[] key;

    PngSamples(PngChunks chunks, Gate gate) {
        this.header = chunks.header();
        this.palette = header.colour() == PngColour.PALETTE ? palette(chunks, gate) : new int[0];
        this.key = key(chunks);
    }

    /** Entries that the file does not define are opaque black, as elsewhere. */
    private static int[] palette(PngChunks chunks, Gate gate) {
        ByteView colours = chunks.palette().orElseThrow(() -> gate.damaged("its palette is missing"));
        int[] palette = new int[256];
        Arrays.fill(palette, OPAQUE);
        for (int i = 0; i < Math.min(256, colours.length() / 3); i++) {
            palette[i] = OPAQUE | colours.u8(3 * i) << 16 | colours.u8(3 * i + 1) << 8 | colours.u8(3 * i + 2);
        }
        chunks.transparency().ifPresent(alphas -> {
            for (int i = 0; i < Math.min(256, alphas.length()); i++) {
                palette[i] = (palette[i] & ~OPAQUE) | alphas.u8(i) << 24;
            }
        });
        return palette;
    }

    private static int[] key(PngChunks chunks) {
        PngColour colour = chunks.header().colour();
        int[] key = {NO_KEY, NO_KEY, NO_KEY};
        if (colour == PngColour.GREY || colour == PngColour.RGB) {
            chunks.transparency()
                    .filter(samples -> samples.length() >= 2 * colour.samples())
                    .ifPresent(samples -> Arrays.setAll(key, i -> samples.u16be(i < colour.samples() ? 2 * i : 0)));
        }
        return key;
    }

    /** Puts the {@code width} pixels of a row into {@code argb} at {@code at} and every {@code step} from there. */
    void paint(byte[] row, int width, int[] argb, int at, int step) {
        if (header.depth() == 8 && header.colour() == PngColour.RGB_ALPHA) {
            paintRgbAlpha8(row, width, argb, at, step);
        } else if (header.depth() == 8 && header.colour() == PngColour.RGB && key[0] == NO_KEY) {
            paintRgb8(row, width, argb, at, step);
        } else {
            for (int x = 0; x < width; x++) {
                argb[at + x * step] = pixel(row, x);
            }
        }
    }

    private static void paintRgbAlpha8(byte[] row, int width, int[] argb, int at, int step) {
        for (int x = 0, i = 0; x < width; x++, i += 4) {
            argb[at + x * step] =
                    row[i + 3] << 24 | (row[i] & 0xff) << 16 | (row[i + 1] & 0xff) << 8 | (row[i + 2] & 0xff);
        }
    }

    private static void paintRgb8(byte[] row, int width, int[] argb, int at, int step) {
        for (int x = 0, i = 0; x < width; x++, i += 3) {
            argb[at + x * step] = OPAQUE | (row[i] & 0xff) << 16 | (row[i + 1] & 0xff) << 8 | (row[i + 2] & 0xff);
        }
    }

    private int pixel(byte[] row, int x) {
        int first = x * header.colour().samples();
        return switch (header.colour()) {
            case PALETTE -> palette[sample(row, first)];
            case GREY -> grey(sample(row, first), key[0]);
            case GREY_ALPHA -> (grey(sample(row, first), NO_KEY) & ~OPAQUE) | to8(sample(row, first + 1)) << 24;
            case RGB -> rgb(sample(row, first), sample(row, first + 1), sample(row, first + 2));
            case RGB_ALPHA ->
                to8(sample(row, first + 3)) << 24
                        | to8(sample(row, first)) << 16
                        | to8(sample(row, first + 1)) << 8
                        | to8(sample(row, first + 2));
        };
    }

    private int grey(int sample, int transparent) {
        return (sample == transparent ? 0 : OPAQUE) | to8(sample) * 0x010101;
    }

    private int rgb(int red, int green, int blue) {
        boolean transparent = red == key[0] && green == key[1] && blue == key[2];
        return (transparent ? 0 : OPAQUE) | to8(red) << 16 | to8(green) << 8 | to8(blue);
    }

    private int sample(byte[] row, int index) {
        int depth = header.depth();
        if (depth == 16) {
            return (row[2 * index] & 0xff) << 8 | (row[2 * index + 1] & 0xff);
        }
        int bit = index * depth;
        return ((row[bit >> 3] & 0xff) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
    }

    /** The sample on the scale 0..255, rounded to the nearest. */
    private int to8(int sample) {
        if (header.depth() == 16) {
            return (sample * 255 + 32_895) >> 16;
        }
        return sample * 255 / ((1 << header.depth()) - 1);
    }
}
