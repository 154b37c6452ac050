package dev.pentimento.domain.image;

import java.util.Arrays;

/**
 * The OKLab colour space of Björn Ottosson ("A perceptual color space for image processing", 2020): equal steps look equally large.
 *
 * @param lightness 0 = black .. 1 = white
 * @param a green (negative) to red, about -0.4..0.4
 * @param b blue (negative) to yellow, about -0.4..0.4
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits as published
public record OkLab(float lightness, float a, float b) {
    private static final float[] LINEAR = linearTable();
    /** Linear light at which the 8-bit value i turns into i + 1. */
    private static final float[] ROUNDS_UP_AT = gammaTable();

    /** The colour of an sRGB pixel; its alpha is not looked at. */
    public static OkLab ofArgb(int argb) {
        float red = LINEAR[argb >> 16 & 0xff];
        float green = LINEAR[argb >> 8 & 0xff];
        float blue = LINEAR[argb & 0xff];
        float l = (float) Math.cbrt(0.4122214708f * red + 0.5363325363f * green + 0.0514459929f * blue);
        float m = (float) Math.cbrt(0.2119034982f * red + 0.6806995451f * green + 0.1073969566f * blue);
        float s = (float) Math.cbrt(0.0883024619f * red + 0.2817188376f * green + 0.6299787005f * blue);
        return new OkLab(
                0.2104542553f * l + 0.7936177850f * m - 0.0040720468f * s,
                1.9779984951f * l - 2.4285922050f * m + 0.4505937099f * s,
                0.0259040371f * l + 0.7827717662f * m - 0.8086757660f * s);
    }

    /** The nearest sRGB pixel with the given alpha 0..255; colours outside sRGB are clipped per channel. */
    public int toArgb(int alpha) {
        float l = lightness + 0.3963377774f * a + 0.2158037573f * b;
        float m = lightness - 0.1055613458f * a - 0.0638541728f * b;
        float s = lightness - 0.0894841775f * a - 1.2914855480f * b;
        l = l * l * l;
        m = m * m * m;
        s = s * s * s;
        int red = gamma(4.0767416621f * l - 3.3077115913f * m + 0.2309699292f * s);
        int green = gamma(-1.2684380046f * l + 2.6097574011f * m - 0.3413193965f * s);
        int blue = gamma(-0.0041960863f * l - 0.7034186147f * m + 1.7076147010f * s);
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    /** Distance from grey, 0..about 0.4. */
    public float chroma() {
        return (float) Math.hypot(a, b);
    }

    /** Angle in degrees, 0..360: about 29 red, 110 yellow, 142 green, 264 blue, 328 magenta. */
    public float hue() {
        float degrees = (float) Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** Euclidean distance; about 0.02 can just be told apart. */
    public float distance(OkLab other) {
        float dl = lightness - other.lightness;
        float da = a - other.a;
        float db = b - other.b;
        return (float) Math.sqrt(dl * dl + da * da + db * db);
    }

    private static float[] linearTable() {
        float[] table = new float[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = linear(i / 255.0);
        }
        return table;
    }

    private static float[] gammaTable() {
        float[] table = new float[255];
        for (int i = 0; i < table.length; i++) {
            table[i] = linear((i + 0.5) / 255.0);
        }
        return table;
    }

    /** The sRGB transfer function of IEC 61966-2-1. */
    private static float linear(double value) {
        return (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }

    /** Linear light to 8-bit sRGB: how many of the rounding borders lie below it. */
    private static int gamma(float linear) {
        int found = Arrays.binarySearch(ROUNDS_UP_AT, linear);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
