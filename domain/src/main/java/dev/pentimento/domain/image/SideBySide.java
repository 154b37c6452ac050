package dev.pentimento.domain.image;

/** A picture for people: before, after and, where both have one size, where they differ. */
public final class SideBySide {
    private static final int WHITE = 0xffffffff;
    private static final int GAP = 16;
    /** A difference of this many levels of 255 already shows at full strength. */
    private static final int CLEARLY_CHANGED = 128;

    private SideBySide() {}

    public static Raster of(Raster before, Raster after) {
        boolean comparable = before.size().equals(after.size());
        Raster third = comparable ? changes(before, after) : Raster.generate(new ImageSize(1, 1), (x, y) -> WHITE);
        int afterAt = before.width() + GAP;
        int thirdAt = afterAt + after.width() + GAP;
        int width = comparable ? thirdAt + third.width() : afterAt + after.width();
        ImageSize size = new ImageSize(width, Math.max(before.height(), after.height()));
        return Raster.generate(size, (x, y) -> {
            if (x < afterAt) {
                return pixel(before, x, y);
            }
            return x < thirdAt ? pixel(after, x - afterAt, y) : pixel(third, x - thirdAt, y);
        });
    }

    private static int pixel(Raster raster, int x, int y) {
        boolean inside = x < raster.width() && y < raster.height();
        return inside ? raster.argb(x, y) : WHITE;
    }

    /** The old picture in pale grey; the redder, the more has changed. */
    private static Raster changes(Raster before, Raster after) {
        return Raster.generate(before.size(), (x, y) -> {
            int old = before.argb(x, y);
            int grey = 160 + luma(old) * 95 / 255;
            int heat = Math.min(255, Difference.ofPixels(old, after.argb(x, y)) * 255 / CLEARLY_CHANGED);
            int red = mix(grey, 0xd6, heat);
            int rest = mix(grey, 0x1c, heat);
            return 0xff000000 | red << 16 | rest << 8 | rest;
        });
    }

    private static int luma(int argb) {
        int opaque = (299 * (argb >> 16 & 0xff) + 587 * (argb >> 8 & 0xff) + 114 * (argb & 0xff)) / 1000;
        return mix(255, opaque, argb >>> 24);
    }

    private static int mix(int from, int to, int share) {
        return (from * (255 - share) + to * share) / 255;
    }
}
