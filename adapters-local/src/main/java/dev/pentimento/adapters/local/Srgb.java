package dev.pentimento.adapters.local;

/**
 * OKLab to 8-bit sRGB. Colours outside sRGB lose chroma, not hue, so that strong edits do not turn orange into yellow. Only arithmetic that every JVM
 * rounds alike.
 */
final class Srgb {
    private static final int FINE = 1 << 16;
    private static final float[] LINEAR = new float[256];
    /** 8-bit value of linear light in steps of 1/{@value #FINE}. */
    private static final byte[] GAMMA = new byte[FINE + 1];

    static {
        for (int i = 0; i < LINEAR.length; i++) {
            double v = i / 255.0;
            LINEAR[i] = (float) (v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4));
        }
        for (int i = 0; i < GAMMA.length; i++) {
            double v = (double) i / FINE;
            double encoded = v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055;
            GAMMA[i] = (byte) Math.round(encoded * 255);
        }
    }

    private Srgb() {}

    /** Linear light of an 8-bit value. */
    static float linear(int value) {
        return LINEAR[value];
    }

    /** Newton's method from a guess by the exponent; {@link Math#cbrt} may differ between JVMs. */
    static float cubeRoot(float value) {
        if (value <= 0) {
            return 0;
        }
        double x = value;
        double root = Float.intBitsToFloat(Float.floatToRawIntBits(value) / 3 + 0x2a514067);
        root = (2 * root + x / (root * root)) / 3;
        root = (2 * root + x / (root * root)) / 3;
        root = (2 * root + x / (root * root)) / 3;
        return (float) root;
    }

    /**
     * The sRGB pixel of an OKLab colour.
     *
     * @param alpha 0..255
     */
    static int ofLab(float lightness, float a, float b, int alpha) {
        float l = Ramp.clamp(lightness);
        if (fits(l, a, b)) {
            return pack(l, a, b, alpha);
        }
        float share = 0;
        for (float step = 0.5f; step > 0.005f; step /= 2) {
            if (fits(l, a * (share + step), b * (share + step))) {
                share += step;
            }
        }
        return pack(l, a * share, b * share, alpha);
    }

    /** A hair outside still counts, so that the primaries come back as they were. */
    private static boolean fits(float lightness, float a, float b) {
        float l = cube(lightness + 0.39633778f * a + 0.21580376f * b);
        float m = cube(lightness - 0.105561346f * a - 0.06385417f * b);
        float s = cube(lightness - 0.08948418f * a - 1.2914855f * b);
        return near(4.0767417f * l - 3.3077116f * m + 0.23096994f * s)
                && near(-1.268438f * l + 2.6097574f * m - 0.34131938f * s)
                && near(-0.0041960864f * l - 0.7034186f * m + 1.7076147f * s);
    }

    private static boolean near(float linear) {
        return linear > -0.0008f && linear < 1.002f;
    }

    private static int pack(float lightness, float a, float b, int alpha) {
        float l = cube(lightness + 0.39633778f * a + 0.21580376f * b);
        float m = cube(lightness - 0.105561346f * a - 0.06385417f * b);
        float s = cube(lightness - 0.08948418f * a - 1.2914855f * b);
        int red = encode(4.0767417f * l - 3.3077116f * m + 0.23096994f * s);
        int green = encode(-1.268438f * l + 2.6097574f * m - 0.34131938f * s);
        int blue = encode(-0.0041960864f * l - 0.7034186f * m + 1.7076147f * s);
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    private static int encode(float linear) {
        return GAMMA[(int) (Ramp.clamp(linear) * FINE + 0.5f)] & 0xff;
    }

    private static float cube(float value) {
        return value * value * value;
    }
}
