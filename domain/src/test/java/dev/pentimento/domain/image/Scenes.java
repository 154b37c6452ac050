package dev.pentimento.domain.image;

/** Pictures with something at every place, so that one can tell where one is. */
final class Scenes {
    private Scenes() {}

    /** Hills under a sky with clouds; no two places look alike. */
    static Raster landscape(ImageSize size) {
        return Raster.generate(size, (x, y) -> {
            double u = (double) x / size.width();
            double v = (double) y / size.height();
            double hill = 0.55 + 0.12 * Math.sin(7 * u + 1) + 0.05 * Math.sin(23 * u);
            double shade = 0.5 + 0.5 * Math.sin(31 * u + 17 * v + 5 * Math.sin(9 * v + 3 * u));
            return v < hill
                    ? rgb(0.4 + 0.4 * shade * v, 0.6 + 0.3 * shade * (1 - v), 0.95)
                    : rgb(0.2 + 0.3 * shade, 0.35 + 0.4 * shade, 0.15 + 0.2 * v * shade);
        });
    }

    private static int rgb(double red, double green, double blue) {
        return 0xff000000 | level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(double share) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }
}
