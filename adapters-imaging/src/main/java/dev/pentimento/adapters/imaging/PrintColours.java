package dev.pentimento.adapters.imaging;

import org.jspecify.annotations.Nullable;

/**
 * Cyan, magenta, yellow and black of a JPEG, brought to sRGB by the profile in the file, or without one by the plain rule that ink takes away light.
 */
final class PrintColours {
    private static final int BLOCK = 1 << 15;

    private final boolean lumaAndChroma;
    private final boolean inverted;
    private final @Nullable IccProfile profile;

    private PrintColours(boolean lumaAndChroma, boolean inverted, @Nullable IccProfile profile) {
        this.lumaAndChroma = lumaAndChroma;
        this.inverted = inverted;
        this.profile = profile;
    }

    static PrintColours of(JpegSegments segments) {
        return new PrintColours(
                segments.colour() == JpegFrame.Colour.YCCK,
                segments.isByAdobe(),
                segments.profile().filter(found -> found.components() == 4).orElse(null));
    }

    /** {@code samples} holds four bytes a pixel and is used up. */
    void toSrgb(byte[] samples, int[] argb) {
        if (lumaAndChroma) {
            undoLumaAndChroma(samples);
        }
        if (inverted) {
            invert(samples);
        }
        if (profile == null) {
            plainly(samples, argb);
        } else {
            byProfile(profile, samples, argb);
        }
    }

    /** As JFIF has it from Y, Cb and Cr to red, green and blue, whose complements are the inks; black stays. */
    private static void undoLumaAndChroma(byte[] samples) {
        for (int i = 0; i < samples.length; i += 4) {
            double luma = samples[i] & 0xff;
            double blue = (samples[i + 1] & 0xff) - 128;
            double red = (samples[i + 2] & 0xff) - 128;
            samples[i] = clamped(255 - luma - 1.402 * red);
            samples[i + 1] = clamped(255 - luma + 0.344136 * blue + 0.714136 * red);
            samples[i + 2] = clamped(255 - luma - 1.772 * blue);
        }
    }

    private static byte clamped(double value) {
        return (byte) Math.round(Math.max(0, Math.min(255, value)));
    }

    private static void invert(byte[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ~samples[i];
        }
    }

    private static void byProfile(IccProfile profile, byte[] samples, int[] argb) {
        byte[] block = new byte[4 * Math.min(BLOCK, argb.length)];
        for (int start = 0; start < argb.length; start += BLOCK) {
            int count = Math.min(BLOCK, argb.length - start);
            System.arraycopy(samples, 4 * start, block, 0, 4 * count);
            byte[] rgb = profile.convert(block, count);
            for (int i = 0; i < count; i++) {
                argb[start + i] = 0xff000000 | IccProfile.rgb(rgb, i);
            }
        }
    }

    private static void plainly(byte[] samples, int[] argb) {
        for (int i = 0; i < argb.length; i++) {
            int light = 255 - (samples[4 * i + 3] & 0xff);
            argb[i] = 0xff000000
                    | remaining(samples[4 * i], light) << 16
                    | remaining(samples[4 * i + 1], light) << 8
                    | remaining(samples[4 * i + 2], light);
        }
    }

    private static int remaining(byte ink, int light) {
        return ((255 - (ink & 0xff)) * light + 127) / 255;
    }
}
