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
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new OkLab(
                (float) (0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s),
                (float) (1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s),
                (float) (0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s));
    }

    /** The nearest sRGB pixel with the given alpha 0..255; colours outside sRGB are clipped per channel. */
    public int toArgb(int alpha) {
        double l = lightness + 0.3963377774 * a + 0.2158037573 * b;
        double m = lightness - 0.1055613458 * a - 0.0638541728 * b;
        double s = lightness - 0.0894841775 * a - 1.2914855480 * b;
        l = l * l * l;
        m = m * m * m;
        s = s * s * s;
        int red = gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
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
    private static int gamma(double linear) {
        int found = Arrays.binarySearch(ROUNDS_UP_AT, (float) linear);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
