package dev.pentimento.adapters.imaging;

/** Unpacks the LZW code of GIF (specification 89a, appendix F): codes of growing length, lowest bit first, in blocks of up to 255 bytes. */
final class GifPixels {
    private static final int MAX_BITS = 12;
    private static final int NO_CODE = -1;

    private final ByteView content;
    private final Gate gate;
    private final int clear;
    private final int end;
    /** A code stands for the string of the code before it and one more byte. */
    private final int[] prefix = new int[1 << MAX_BITS];

    private final byte[] suffix = new byte[1 << MAX_BITS];
    private final byte[] string = new byte[(1 << MAX_BITS) + 1];

    private int at = 1;
    private int leftInBlock;
    private int bits;
    private int bitCount;
    private int codeBits;
    private int next;

    private GifPixels(ByteView content, Gate gate) {
        int rootBits = content.u8(0);
        if (rootBits < 1 || rootBits > 8) {
            throw gate.damaged("%d bits a pixel do not exist".formatted(rootBits));
        }
        this.content = content;
        this.gate = gate;
        this.clear = 1 << rootBits;
        this.end = clear + 1;
        for (int i = 0; i < clear; i++) {
            suffix[i] = (byte) i;
        }
        restart();
    }

    /** Fills {@code pixels} with palette indices. */
    static void decode(ByteView content, byte[] pixels, Gate gate) {
        new GifPixels(content, gate).fill(pixels);
    }

    private void restart() {
        codeBits = Integer.numberOfTrailingZeros(clear) + 1;
        next = end + 1;
    }

    private void fill(byte[] pixels) {
        int previous = NO_CODE;
        byte first = 0;
        int done = 0;
        while (done < pixels.length) {
            int code = code();
            if (code == end || code > next || (code == next && previous == NO_CODE)) {
                throw gate.damaged("some of its pixels are missing");
            }
            if (code == clear) {
                gate.checkTime();
                restart();
                previous = NO_CODE;
                continue;
            }
            int start = string.length;
            int part = code;
            if (code == next) {
                string[--start] = first;
                part = previous;
            }
            start = spell(part, start);
            first = string[start];
            int count = Math.min(string.length - start, pixels.length - done);
            System.arraycopy(string, start, pixels, done, count);
            done += count;
            learn(previous, first);
            previous = code;
        }
    }

    /** Writes the string of {@code code} backwards, before {@code start}; where it begins. */
    private int spell(int code, int start) {
        int begin = start;
        int rest = code;
        while (rest > end) {
            string[--begin] = suffix[rest];
            rest = prefix[rest];
        }
        string[--begin] = suffix[rest];
        return begin;
    }

    private void learn(int previous, byte last) {
        if (previous == NO_CODE || next == prefix.length) {
            return;
        }
        prefix[next] = previous;
        suffix[next] = last;
        next++;
        if (next == 1 << codeBits && codeBits < MAX_BITS) {
            codeBits++;
        }
    }

    private int code() {
        while (bitCount < codeBits) {
            bits |= nextByte() << bitCount;
            bitCount += 8;
        }
        int code = bits & ((1 << codeBits) - 1);
        bits >>>= codeBits;
        bitCount -= codeBits;
        return code;
    }

    private int nextByte() {
        if (leftInBlock == 0) {
            gate.checkTime();
            leftInBlock = content.u8(at++);
            if (leftInBlock == 0) {
                throw gate.damaged("some of its pixels are missing");
            }
        }
        leftInBlock--;
        return content.u8(at++);
    }
}
