package dev.pentimento.adapters.local;

/** Noise that is the same on every machine: random values on a grid, blended between. */
final class ValueNoise {
    private ValueNoise() {}

    /** 0..1, evenly spread. */
    static double hash(int x, int y, int seed) {
        int h = (x * 0x27d4eb2d) ^ (y * 0x165667b1) ^ (seed * 0x9e3779b1);
        h = (h ^ (h >>> 15)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        h ^= (h >>> 16);
        return (h >>> 8) / (double) (1 << 24);
    }

    /** 0..1, smooth; features are about 1 apart. */
    static double at(double x, double y, int seed) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double fx = fade(x - left);
        double fy = fade(y - top);
        double upper = hash(left, top, seed) * (1 - fx) + hash(left + 1, top, seed) * fx;
        double lower = hash(left, top + 1, seed) * (1 - fx) + hash(left + 1, top + 1, seed) * fx;
        return upper * (1 - fy) + lower * fy;
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    /** 0..1, octaves of halved size and strength. */
    static double fractal(double x, double y, int octaves, int seed) {
        double sum = 0;
        double total = 0;
        double weight = 1;
        for (int i = 0; i < octaves; i++) {
            sum += weight * at(x * (1 << i) + 13.7 * i, y * (1 << i) - 7.3 * i, seed + i);
            total += weight;
            weight *= 0.5;
        }
        return sum / total;
    }
}
