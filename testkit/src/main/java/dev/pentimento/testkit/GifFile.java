package dev.pentimento.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntBinaryOperator;

/** Builds GIF files of up to 128 colours, frame by frame, without compression. */
public final class GifFile {
    private static final int ROOT_BITS = 7;
    private static final int CLEAR = 128;
    private static final int END = 129;
    /** Before the dictionary of the reader grows beyond codes of 8 bits. */
    private static final int RUN = 100;

    /** Behind the header and the palette, which always has 128 colours. */
    static final int AFTER_PALETTE = 13 + 3 * 128;

    /** What stands before the packed pixels of a frame. */
    static final int DESCRIPTOR_AND_ROOT = 11;

    private static final int HAS_PALETTE = 0x80;
    private static final int INTERLACED = 0x40;
    private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /**
     * @param palette up to 128 colours as 0xRRGGBB
     */
    public GifFile(int width, int height, int... palette) {
        file.writeBytes(ByteStrings.latin1("GIF89a"));
        shorts(width, height);
        file.writeBytes(new byte[] {(byte) (HAS_PALETTE | (ROOT_BITS - 1)), 0, 0});
        for (int i = 0; i < 1 << ROOT_BITS; i++) {
            int colour = i < palette.length ? palette[i] : 0;
            file.writeBytes(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour});
        }
    }

    /** For the next frame. */
    public GifFile transparent(int index) {
        file.writeBytes(new byte[] {0x21, (byte) 0xf9, 4, 1, 0, 0, (byte) index, 0});
        return this;
    }

    public GifFile comment(String text) {
        file.writeBytes(new byte[] {0x21, (byte) 0xfe, (byte) text.length()});
        file.writeBytes(ByteStrings.latin1(text));
        file.write(0);
        return this;
    }

    public GifFile frame(int left, int top, int width, int height, IntBinaryOperator index) {
        describe(left, top, width, height, 0);
        ByteArrayOutputStream indices = new ByteArrayOutputStream();
        for (int y = 0; y < height; y++) {
            addRow(indices, width, y, index);
        }
        return pixels(indices.toByteArray());
    }

    public GifFile interlacedFrame(int width, int height, IntBinaryOperator index) {
        describe(0, 0, width, height, INTERLACED);
        ByteArrayOutputStream indices = new ByteArrayOutputStream();
        for (int[] pass : PASSES) {
            for (int y = pass[0]; y < height; y += pass[1]) {
                addRow(indices, width, y, index);
            }
        }
        return pixels(indices.toByteArray());
    }

    private static void addRow(ByteArrayOutputStream indices, int width, int y, IntBinaryOperator index) {
        for (int x = 0; x < width; x++) {
            indices.write(index.applyAsInt(x, y));
        }
    }

    private void describe(int left, int top, int width, int height, int flags) {
        file.write(0x2c);
        shorts(left, top, width, height);
        file.write(flags);
        file.write(ROOT_BITS);
    }

    private GifFile pixels(byte[] indices) {
        for (int at = 0; at < indices.length; at += RUN) {
            int count = Math.min(RUN, indices.length - at);
            file.write(count + 1);
            file.write(CLEAR);
            file.write(indices, at, count);
        }
        file.writeBytes(new byte[] {1, (byte) END, 0});
        return this;
    }

    private void shorts(int... values) {
        for (int value : values) {
            file.writeBytes(ByteBuffer.allocate(2)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) value)
                    .array());
        }
    }

    public byte[] bytes() {
        return ByteStrings.join(file.toByteArray(), new byte[] {0x3b});
    }
}
