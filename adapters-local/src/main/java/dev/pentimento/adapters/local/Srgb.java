package dev.pentimento.adapters.local;

/**
 * OKLab to 8-bit sRGB. Colours outside sRGB lose chroma and a little light, not hue, so that strong edits do not turn orange into yellow. Only arithmetic that every JVM
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
        if (fits(lightness, a, b)) {
            return pack(lightness, a, b, alpha);
        }
        float l = Ramp.clamp(lightness);
        float anchor = anchor(l, (float) Math.sqrt(a * a + b * b));
        float share = 0;
        for (float step = 0.5f; step > 0.005f; step /= 2) {
            float wider = share + step;
            if (fits(Ramp.mix(anchor, l, wider), a * wider, b * wider)) {
                share = wider;
            }
        }
        return pack(Ramp.mix(anchor, l, share), a * share, b * share, alpha);
    }

    /**
     * The grey towards which a colour is pulled: its own lightness for pale ones, nearer to the middle for rich ones, which so keep more of their
     * colour (Ottosson, "sRGB gamut clipping", 2021, adaptive lightness).
     */
    private static float anchor(float lightness, float chroma) {
        float away = lightness - 0.5f;
        float reach = 0.5f + Math.abs(away) + 0.35f * chroma;
        float pull = reach - (float) Math.sqrt(Math.max(0, reach * reach - 2 * Math.abs(away)));
        return 0.5f * (1 + Math.signum(away) * pull);
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
