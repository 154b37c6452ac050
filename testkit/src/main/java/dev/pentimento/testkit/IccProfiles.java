package dev.pentimento.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds small colour profiles (ICC version 2, matrix and curves) whose effect can be told without a colour engine. */
public final class IccProfiles {
    private static final int HEADER = 128;
    private static final int TAG = 12;
    private static final double[] D50 = {0.9642, 1, 0.8249};
    /** Of sRGB, adapted to D50. */
    private static final double[] RED = {0.43607, 0.22249, 0.01392};

    private static final double[] GREEN = {0.38515, 0.71687, 0.09708};
    private static final double[] BLUE = {0.14307, 0.06061, 0.71410};

    private IccProfiles() {}

    /** The primaries of sRGB, and light in proportion to the numbers. */
    public static byte[] linear() {
        return rgb(RED, GREEN, BLUE, gamma(1));
    }

    /** Very nearly sRGB, but what is called red is blue and the other way round. */
    public static byte[] redAndBlueExchanged() {
        return rgb(/* red= */ BLUE, GREEN, /* blue= */ RED, gamma(2.2));
    }

    /** sRGB for all eyes, if not to the last bit. */
    public static byte[] nearlySrgb() {
        return rgb(new double[] {RED[0] + 0.003, RED[1], RED[2]}, GREEN, BLUE, srgbCurve());
    }

    /** Grey with light in proportion to the numbers. */
    public static byte[] linearGrey() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("wtpt", xyz(D50));
        tags.put("kTRC", gamma(1));
        return profile("mntrGRAYXYZ ", tags);
    }

    /** Print colours on the paper of a pessimist: any ink at all is black. */
    public static byte[] anyInkIsBlack() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("wtpt", xyz(D50));
        tags.put("A2B0", inksToLightness());
        return profile("prtrCMYKLab ", tags);
    }

    /** A table (mft1) with the corners of the four inks only; what it gives is CIE L*a*b* in 8 bits. */
    private static byte[] inksToLightness() {
        ByteBuffer table = ByteBuffer.allocate(48 + 4 * 256 + 16 * 3 + 3 * 256);
        table.put(ByteStrings.latin1("mft1")).putInt(0).put(new byte[] {4, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 65_536 : 0);
        }
        putStraightCurves(table, 4);
        for (int corner = 0; corner < 16; corner++) {
            table.put(new byte[] {(byte) (corner == 0 ? 255 : 0), (byte) 128, (byte) 128});
        }
        putStraightCurves(table, 3);
        return table.array();
    }

    private static void putStraightCurves(ByteBuffer table, int count) {
        for (int i = 0; i < count * 256; i++) {
            table.put((byte) i);
        }
    }

    private static byte[] rgb(double[] red, double[] green, double[] blue, byte[] curve) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("wtpt", xyz(D50));
        tags.put("rXYZ", xyz(red));
        tags.put("gXYZ", xyz(green));
        tags.put("bXYZ", xyz(blue));
        tags.put("rTRC", curve);
        tags.put("gTRC", curve);
        tags.put("bTRC", curve);
        return profile("mntrRGB XYZ ", tags);
    }

    private static byte[] xyz(double... values) {
        ByteBuffer tag = ByteBuffer.allocate(20).put(ByteStrings.latin1("XYZ ")).putInt(0);
        for (double value : values) {
            tag.putInt((int) Math.round(value * 65_536));
        }
        return tag.array();
    }

    private static byte[] gamma(double exponent) {
        return ByteBuffer.allocate(16)
                .put(ByteStrings.latin1("curv"))
                .putInt(0)
                .putInt(1)
                .putShort((short) Math.round(exponent * 256))
                .array();
    }

    /** IEC 61966-2-1, at 1024 places. */
    private static byte[] srgbCurve() {
        int places = 1024;
        ByteBuffer tag = ByteBuffer.allocate(12 + 2 * places);
        tag.put(ByteStrings.latin1("curv")).putInt(0).putInt(places);
        for (int i = 0; i < places; i++) {
            double value = i / (places - 1.0);
            double light = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
            tag.putShort((short) Math.round(light * 65_535));
        }
        return tag.array();
    }

    /** @param kind device class, colour space and connection space, of four letters each */
    private static byte[] profile(String kind, Map<String, byte[]> tags) {
        ByteBuffer table = ByteBuffer.allocate(4 + tags.size() * TAG).putInt(tags.size());
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        tags.forEach((name, content) -> {
            int offset = HEADER + table.capacity() + contents.size();
            table.put(ByteStrings.latin1(name)).putInt(offset).putInt(content.length);
            contents.writeBytes(content);
        });
        int length = HEADER + table.capacity() + contents.size();
        return ByteStrings.join(header(length, kind), table.array(), contents.toByteArray());
    }

    private static byte[] header(int length, String kind) {
        ByteBuffer header = ByteBuffer.allocate(HEADER)
                .putInt(length)
                .putInt(0)
                .putInt(0x0240_0000)
                .put(ByteStrings.latin1(kind));
        for (int dateOrTime : new int[] {2026, 1, 1, 0, 0, 0}) {
            header.putShort((short) dateOrTime);
        }
        header.put(ByteStrings.latin1("acsp"));
        header.position(68);
        for (double value : D50) {
            header.putInt((int) Math.round(value * 65_536));
        }
        return header.array();
    }
}
