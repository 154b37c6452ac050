package dev.pentimento.adapters.local;

/** Chance that can be repeated. */
final class Noise {
    private Noise() {}

    /** White noise, -1..1. */
    static float[] plane(int width, int height, long seed) {
        float[] noise = new float[width * height];
        Rows.each(height, y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                noise[i] = signed(seed, i);
            }
        });
        return noise;
    }

    /** The {@code index}-th number of a seed, -1..1. */
    static float signed(long seed, long index) {
        return (mixed(seed + 0x9e3779b97f4a7c15L * (index + 1)) >> 40) / (float) (1 << 23);
    }

    /** The finishing steps of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mixed(long z) {
        long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long x = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
