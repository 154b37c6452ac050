package dev.pentimento.domain.image;

import java.util.Arrays;

/**
 * Shows pictures at other sizes. What becomes smaller is averaged over areas, what becomes larger is drawn through its pixels by cubic curves (Catmull
 * and Rom, 1974), along rows and columns on their own. Alpha is premultiplied meanwhile, so that invisible pixels lend no colour. Beyond the border a
 * picture goes on as its outermost pixels. What keeps its size keeps its pixels.
 *
 * <p>Needs the result and a few rows; the source is not copied.
 */
public final class Resampling {
    private Resampling() {}

    /** All of a picture. */
    public static Raster scaled(Raster picture, ImageSize size) {
        return of(picture, Window.all(picture.size()), size);
    }

    /** The middle of a picture, as much of it as has the shape of {@code size}. */
    public static Raster covering(Raster picture, ImageSize size) {
        return of(picture, Window.within(picture.size(), size), size);
    }

    static Raster of(Raster picture, Window window, ImageSize size) {
        Section same = window.pixels(picture.size());
        if (same.size().equals(size) && Window.of(same).equals(window)) {
            return cut(picture, same);
        }
        Taps across = Taps.of(window.left(), window.width(), size.width(), picture.width());
        Taps down = Taps.of(window.top(), window.height(), size.height(), picture.height());
        Rows rows = new Rows(picture, across);
        int[] result = new int[Math.toIntExact(size.pixels())];
        float[] sums = new float[Rows.CHANNELS * size.width()];
        for (int y = 0; y < size.height(); y++) {
            Arrays.fill(sums, 0);
            for (int tap = 0; tap < down.count(y); tap++) {
                add(rows.row(down.source(y, tap)), down.weight(y, tap), sums);
            }
            Rows.pack(sums, result, y * size.width());
        }
        return Raster.adopt(size, result);
    }

    /** The pixels of a section as they are; the picture itself if that is all of it. */
    static Raster cut(Raster picture, Section section) {
        if (section.isWhole(picture.size())) {
            return picture;
        }
        int width = section.size().width();
        int[] result = new int[Math.toIntExact(section.size().pixels())];
        for (int y = 0; y < section.size().height(); y++) {
            int from = (section.top() + y) * picture.width() + section.left();
            System.arraycopy(picture.pixels(), from, result, y * width, width);
        }
        return Raster.adopt(section.size(), result);
    }

    private static void add(float[] row, float weight, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * row[i];
        }
    }

    /** The rows of a picture at their new width. The last few are kept, since a row of the result begins about where the one before ended. */
    private static final class Rows {
        static final int CHANNELS = 4;
        /** As many as a cubic curve needs. */
        private static final int KEPT = 4;

        private final Raster picture;
        private final Taps across;
        private final float[] before;
        private final float[][] rows = new float[KEPT][];
        private final int[] kept = new int[KEPT];

        Rows(Raster picture, Taps across) {
            this.picture = picture;
            this.across = across;
            this.before = new float[CHANNELS * picture.width()];
            Arrays.fill(kept, -1);
        }

        float[] row(int y) {
            int place = y % KEPT;
            if (kept[place] != y) {
                rows[place] = rows[place] == null ? new float[CHANNELS * across.length()] : rows[place];
                unpack(y);
                resample(rows[place]);
                kept[place] = y;
            }
            return rows[place];
        }

        private void unpack(int y) {
            int[] pixels = picture.pixels();
            int start = y * picture.width();
            for (int x = 0; x < picture.width(); x++) {
                int argb = pixels[start + x];
                float alpha = argb >>> 24;
                before[CHANNELS * x] = alpha;
                before[CHANNELS * x + 1] = (argb >> 16 & 0xff) * alpha / 255;
                before[CHANNELS * x + 2] = (argb >> 8 & 0xff) * alpha / 255;
                before[CHANNELS * x + 3] = (argb & 0xff) * alpha / 255;
            }
        }

        private void resample(float[] row) {
            Arrays.fill(row, 0);
            for (int x = 0; x < across.length(); x++) {
                for (int tap = 0; tap < across.count(x); tap++) {
                    float weight = across.weight(x, tap);
                    int from = CHANNELS * across.source(x, tap);
                    for (int channel = 0; channel < CHANNELS; channel++) {
                        row[CHANNELS * x + channel] += weight * before[from + channel];
                    }
                }
            }
        }

        /** Curves may leave the range of colours. */
        static void pack(float[] sums, int[] result, int start) {
            for (int x = 0; x < sums.length / CHANNELS; x++) {
                float alpha = Math.max(0, Math.min(255, sums[CHANNELS * x]));
                int argb = Math.round(alpha) << 24;
                for (int channel = 1; channel < CHANNELS; channel++) {
                    argb |= level(sums[CHANNELS * x + channel], alpha) << (8 * (CHANNELS - 1 - channel));
                }
                result[start + x] = argb;
            }
        }

        private static int level(float premultiplied, float alpha) {
            return alpha < 0.5f ? 0 : Math.round(Math.max(0, Math.min(255, premultiplied * 255 / alpha)));
        }
    }
}
