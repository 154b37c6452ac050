package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;

/** A lake under mountains on an overcast morning, as a small camera would have taken it: made of noise, haze and grain. */
final class LakeScene {
    private static final double SHORE = 0.525;
    private static final double[] SKY_TOP = {0.235, 0.36, 0.52};
    private static final double[] SKY_LOW = {0.64, 0.69, 0.71};
    private static final double[] HAZE = {0.52, 0.58, 0.63};

    private final double aspect;
    private final ImageSize size;

    private LakeScene(ImageSize size) {
        this.size = size;
        this.aspect = (double) size.width() / size.height();
    }

    static Raster draw(ImageSize size) {
        LakeScene scene = new LakeScene(size);
        return Raster.generate(size, scene::pixel);
    }

    private int pixel(int px, int py) {
        double[] light = new double[3];
        for (int sub = 0; sub < 4; sub++) {
            double x = (px + 0.25 + 0.5 * (sub % 2)) / size.height();
            double y = (py + (sub < 2 ? 0.25 : 0.75)) / size.height();
            double[] seen = y < SHORE ? land(x, y) : water(x, y);
            for (int c = 0; c < 3; c++) {
                light[c] += seen[c] / 4;
            }
        }
        double grain = 0.010 * (ValueNoise.hash(px, py, 91) + ValueNoise.hash(px, py, 92) - 1);
        double vignette = 1
                - 0.22
                        * (Math.pow((px + 0.5) / size.width() - 0.5, 2) + Math.pow((py + 0.5) / size.height() - 0.5, 2))
                        * 2;
        int argb = 0xff;
        for (int c = 0; c < 3; c++) {
            argb = argb << 8 | channel(Math.pow(light[c] * vignette, 1.22) * 1.16, grain);
        }
        return argb;
    }

    private static int channel(double light, double grain) {
        double curve = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return (int) Math.round(Math.max(0, Math.min(1, curve + grain)) * 255);
    }

    /** Everything above the shore, from near to far. */
    private double[] land(double x, double y) {
        double trees = SHORE - 0.020 - treeHeight(x);
        if (y > trees) {
            return forest(x, y, trees);
        }
        for (int ridge = 0; ridge < 4; ridge++) {
            double top = crest(x, ridge);
            if (y > top) {
                return mountain(x, y, top, ridge);
            }
        }
        return sky(x, y);
    }

    private double[] sky(double x, double y) {
        double low = Math.min(1, y / SHORE * 1.15);
        double[] clear = mix(SKY_TOP, SKY_LOW, low * low * (3 - 2 * low));
        double stretch = 1 / (0.28 + 0.9 * Math.max(0, SHORE - y));
        double warp = 0.5 * ValueNoise.fractal(x * 1.7, y * 3.1, 3, 30);
        double body = ValueNoise.fractal(
                (x + 0.3 * warp) * 1.9 * stretch * 0.6, (y + warp * 0.2) * 5.2 * stretch * 0.6, 6, 31);
        double cover = smooth(0.46, 0.68, body);
        double lit = smooth(
                0.40,
                0.75,
                ValueNoise.fractal(
                        (x + 0.3 * warp) * 1.9 * stretch * 0.6 + 0.04,
                        (y + warp * 0.2) * 5.2 * stretch * 0.6 + 0.10,
                        6,
                        31));
        double[] cloud = mix(new double[] {0.86, 0.84, 0.80}, new double[] {0.45, 0.49, 0.54}, lit * cover);
        return mix(clear, cloud, cover * 0.92);
    }

    private static double crest(double x, int ridge) {
        double[] base = {0.462, 0.395, 0.310, 0.245};
        double[] swing = {0.100, 0.180, 0.270, 0.300};
        double[] grid = {3.4, 2.3, 1.7, 1.25};
        double shape = ValueNoise.fractal(x * grid[ridge] + 5.1 * ridge, 0.5, 7, 40 + 10 * ridge);
        double sharp = 1
                - Math.abs(2 * ValueNoise.fractal(x * grid[ridge] * 0.8 + 3.3 * ridge + 0.35, 2.5, 6, 44 + 10 * ridge)
                        - 1);
        return base[ridge] + swing[ridge] * (0.75 - 0.75 * shape - 0.55 * sharp * sharp) + 0.06;
    }

    private static double[] mountain(double x, double y, double top, int ridge) {
        double depth = y - top;
        double slope = crest(x + 0.004, ridge) - crest(x - 0.004, ridge);
        double rough = ValueNoise.fractal(x * 22 + 9.0 * ridge, y * 30 + depth * 14, 5, 60 + ridge);
        double gully = ValueNoise.fractal(x * 34 - depth * 30 * Math.signum(slope), y * 9, 4, 70 + ridge);
        double sun = Math.max(0, Math.min(1, 0.42 + 26 * -slope + 1.3 * (gully - 0.5) + 0.6 * (rough - 0.5)));
        double[] rock = mix(new double[] {0.055, 0.075, 0.085}, new double[] {0.30, 0.29, 0.26}, sun);
        double green = smooth(0.012 + 0.045 * ridge, 0.05 + 0.065 * ridge, depth + 0.05 * (rough - 0.5));
        double[] ground =
                mix(rock, mix(new double[] {0.030, 0.055, 0.035}, new double[] {0.16, 0.19, 0.09}, sun), green);
        double snowLine = ridge >= 2 ? smooth(0.062, 0.018, depth + 0.11 * (gully - 0.42) + 0.05 * (rough - 0.5)) : 0;
        double[] snow = mix(new double[] {0.34, 0.42, 0.54}, new double[] {0.88, 0.88, 0.87}, smooth(0.2, 0.8, sun));
        double[] near = mix(ground, snow, snowLine);
        double far = new double[] {0.08, 0.20, 0.30, 0.40}[ridge] + 0.22 * smooth(top, SHORE, y);
        return mix(near, HAZE, Math.min(0.9, far));
    }

    private static double treeHeight(double x) {
        double stand = 0.018 + 0.034 * ValueNoise.fractal(x * 3.1, 1.5, 3, 80);
        double spike = 0;
        for (int k = 0; k < 3; k++) {
            double cell = x * (52 + 17 * k) + 0.37 * k;
            int index = (int) Math.floor(cell);
            double tall = 0.35 + 0.65 * ValueNoise.hash(index, k, 81);
            double away = Math.abs(cell - index - 0.5) * 2;
            spike = Math.max(spike, tall * (1 - Math.pow(away, 0.8)));
        }
        double fringe = 0.004 * ValueNoise.fractal(x * 420, 3.5, 2, 83);
        return stand * (0.35 + 0.95 * spike) + fringe;
    }

    private static double[] forest(double x, double y, double top) {
        double needles = ValueNoise.fractal(x * 240, y * 150, 4, 84);
        double trunk = ValueNoise.fractal(x * 60, y * 14, 3, 85);
        double rim = smooth(0.018, 0.0, y - top);
        double lit = Math.max(0, Math.min(1, 0.15 + 0.75 * (needles - 0.35) + 0.35 * (trunk - 0.5) + 0.25 * rim));
        double[] tree = mix(new double[] {0.010, 0.020, 0.016}, new double[] {0.095, 0.125, 0.055}, lit);
        double bank = smooth(SHORE - 0.012, SHORE - 0.004, y + 0.004 * ValueNoise.fractal(x * 50, 0.5, 3, 86));
        double[] stones = mix(
                new double[] {0.10, 0.095, 0.08},
                new double[] {0.36, 0.34, 0.29},
                ValueNoise.fractal(x * 160, y * 420, 4, 87));
        return mix(mix(tree, HAZE, 0.05), stones, bank);
    }

    /** The land upside down, broken by ripples that grow towards us, and the lake's own colour where one looks steeply. */
    private double[] water(double x, double y) {
        double near = (y - SHORE) / (1 - SHORE);
        double rows = 1 / (0.015 + near * 0.55);
        double swell = ValueNoise.fractal((x - aspect / 2) * (3 + 9 * (1 - near)) + 50, rows * 2.6, 4, 95) - 0.5;
        double ripple = ValueNoise.fractal((x - aspect / 2) * (14 + 40 * (1 - near)) + 90, rows * 9, 3, 96) - 0.5;
        double strength = 0.012 + 0.10 * near;
        double mirrorY = SHORE - (y - SHORE) * 0.86 - strength * (swell * 0.9 + ripple * 0.7) - 0.004;
        double[] mirrored = land(x + 0.010 * near * swell, Math.max(0.002, Math.min(SHORE - 0.001, mirrorY)));
        double wind = smooth(0.50, 0.66, ValueNoise.fractal(x * 1.1, rows * 0.55, 3, 97)) * (1 - near) * 0.55;
        double[] own = mix(new double[] {0.10, 0.16, 0.17}, new double[] {0.025, 0.055, 0.06}, near);
        double[] surface = mix(mirrored, own, 0.16 + 0.42 * near * near);
        double[] broken = mix(surface, HAZE, wind);
        double glint = smooth(0.16, 0.34, ripple + 0.4 * swell) * 0.10 * (0.3 + near);
        return mix(broken, new double[] {0.8, 0.83, 0.84}, glint);
    }

    private static double[] mix(double[] from, double[] to, double share) {
        return new double[] {
            from[0] + (to[0] - from[0]) * share,
            from[1] + (to[1] - from[1]) * share,
            from[2] + (to[2] - from[2]) * share
        };
    }

    private static double smooth(double from, double to, double value) {
        double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }
}
