package dev.pentimento.adapters.imaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * One chunk of a PNG.
 *
 * @param whole with its length before and its checksum behind
 */
record PngChunk(String type, ByteView content, ByteView whole) {
    static final int SIGNATURE = 8;

    private static final int LENGTH_AND_TYPE = 8;
    private static final int FRAME = 12;

    /** Hands out the chunks in their order, as far as they can be followed, until {@code goOn} says no or the end chunk was seen. */
    static void walk(ByteView file, Predicate<PngChunk> goOn) {
        long at = SIGNATURE;
        while (at + FRAME <= file.length()) {
            long length = file.u32be((int) at);
            if (at + FRAME + length > file.length()) {
                return;
            }
            PngChunk chunk = new PngChunk(
                    file.latin1((int) at + 4, 4),
                    file.slice(at + LENGTH_AND_TYPE, length),
                    file.slice(at, FRAME + length));
            if (!goOn.test(chunk) || chunk.type.equals("IEND")) {
                return;
            }
            at += FRAME + length;
        }
    }

    static byte[] bytes(String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(FRAME + content.length)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(content);
        return chunk.putInt(checksum(chunk.array(), content.length)).array();
    }

    boolean isIntact() {
        return checksum(whole.toArray(), content.length()) == (int) whole.u32be(whole.length() - 4);
    }

    /** Of type and content. */
    private static int checksum(byte[] chunk, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(chunk, 4, length + 4);
        return (int) checksum.getValue();
    }
}
