package dev.pentimento.adapters.imaging;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** The colours of a file that says in which colour space it is. */
final class IccProfile {
    /** The largest profiles in use, for printing, have some 3 MB. */
    static final int MAX_LENGTH = 4 << 20;

    /** Pixels converted at a time, so that large pictures need no second copy. */
    private static final int BLOCK = 1 << 15;

    /** A profile that moves no sample further than this, on 0..255, is sRGB under another name: its pixels stay as they are. */
    private static final int SRGB_TOLERANCE = 2;

    private final ColorConvertOp conversion;
    private final int components;
    private final Gate gate;

    private IccProfile(ICC_Profile profile, Gate gate) {
        this.gate = gate;
        this.components = profile.getNumComponents();
        this.conversion =
                new ColorConvertOp(new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
    }

    /** Empty if the profile is broken: then it says nothing, and the picture is taken for sRGB as if it had none. */
    static Optional<IccProfile> of(byte[] bytes, Gate gate) {
        try {
            IccProfile profile = new IccProfile(ICC_Profile.getInstance(bytes), gate);
            profile.convert(new byte[profile.components], 1);
            return Optional.of(profile);
        } catch (IllegalArgumentException | CMMException broken) {
            return Optional.empty();
        }
    }

    /** Comes before anything of that length is allocated. */
    static void checkLength(long length, Gate gate) {
        if (length > longest(gate)) {
            throw gate.unsupported("a colour profile of more than %d bytes".formatted(MAX_LENGTH));
        }
    }

    static int longest(Gate gate) {
        return gate.enforces(IntakeRule.PROFILE_LENGTH) ? MAX_LENGTH : Integer.MAX_VALUE / 2;
    }

    /** Samples per pixel that the profile speaks about. */
    int components() {
        return components;
    }

    /** Converts the colours and keeps alpha; does nothing if the profile speaks about other than {@code samples} samples a pixel. */
    void toSrgb(int[] argb, int samples) {
        if (samples != components || isSrgb()) {
            return;
        }
        if (samples == 1) {
            greyToSrgb(argb);
        } else if (samples == 3) {
            rgbToSrgb(argb);
        }
    }

    private boolean isSrgb() {
        if (components != 3) {
            return false;
        }
        byte[] colours = new byte[6 * 6 * 6 * 3];
        for (int i = 0; i < colours.length / 3; i++) {
            colours[3 * i] = (byte) (i / 36 * 51);
            colours[3 * i + 1] = (byte) (i / 6 % 6 * 51);
            colours[3 * i + 2] = (byte) (i % 6 * 51);
        }
        byte[] converted = convert(colours, colours.length / 3);
        for (int i = 0; i < colours.length; i++) {
            if (Math.abs((colours[i] & 0xff) - (converted[i] & 0xff)) > SRGB_TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private void greyToSrgb(int[] argb) {
        byte[] greys = new byte[256];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = (byte) i;
        }
        byte[] converted = convert(greys, greys.length);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (argb[i] & 0xff000000) | rgb(converted, argb[i] & 0xff);
        }
    }

    private void rgbToSrgb(int[] argb) {
        byte[] block = new byte[3 * Math.min(BLOCK, argb.length)];
        for (int start = 0; start < argb.length; start += BLOCK) {
            int count = Math.min(BLOCK, argb.length - start);
            for (int i = 0; i < count; i++) {
                block[3 * i] = (byte) (argb[start + i] >> 16);
                block[3 * i + 1] = (byte) (argb[start + i] >> 8);
                block[3 * i + 2] = (byte) argb[start + i];
            }
            byte[] converted = convert(block, count);
            for (int i = 0; i < count; i++) {
                argb[start + i] = (argb[start + i] & 0xff000000) | rgb(converted, i);
            }
        }
    }

    static int rgb(byte[] rgb, int pixel) {
        return (rgb[3 * pixel] & 0xff) << 16 | (rgb[3 * pixel + 1] & 0xff) << 8 | (rgb[3 * pixel + 2] & 0xff);
    }

    /** The first {@code count} pixels of {@code samples} as red, green and blue. */
    byte[] convert(byte[] samples, int count) {
        gate.checkTime();
        byte[] rgb = new byte[3 * count];
        conversion.filter(interleaved(samples, count, components), interleaved(rgb, count, 3));
        return rgb;
    }

    private static WritableRaster interleaved(byte[] samples, int count, int bands) {
        int[] offsets = new int[bands];
        for (int band = 0; band < bands; band++) {
            offsets[band] = band;
        }
        DataBufferByte buffer = new DataBufferByte(samples, count * bands);
        return Raster.createInterleavedRaster(buffer, count, 1, count * bands, bands, offsets, null);
    }
}
