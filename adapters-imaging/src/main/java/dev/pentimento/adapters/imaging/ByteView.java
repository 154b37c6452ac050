package dev.pentimento.adapters.imaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** A window on the bytes of a file, without a copy. Reading beyond it throws IndexOutOfBoundsException, whatever a hostile length says. */
final class ByteView {
    private final byte[] bytes;
    private final int start;
    private final int length;

    private ByteView(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
    }

    static ByteView of(byte[] bytes) {
        return new ByteView(bytes, 0, bytes.length);
    }

    int length() {
        return length;
    }

    int u8(int at) {
        return bytes[start + Objects.checkIndex(at, length)] & 0xff;
    }

    int u16be(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    int u16le(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    int u24le(int at) {
        return u16le(at) | u8(at + 2) << 16;
    }

    long u32be(int at) {
        return (long) u16be(at) << 16 | u16be(at + 2);
    }

    long u32le(int at) {
        return u16le(at) | (long) u16le(at + 2) << 16;
    }

    boolean has(int at, String latin1) {
        return at <= length - latin1.length() && latin1(at, latin1.length()).equals(latin1);
    }

    String latin1(int at, int count) {
        Objects.checkFromIndexSize(at, count, length);
        return new String(bytes, start + at, count, StandardCharsets.ISO_8859_1);
    }

    ByteView slice(long at, long count) {
        Objects.checkFromIndexSize(at, count, length);
        return new ByteView(bytes, start + (int) at, (int) count);
    }

    ByteView from(int at) {
        return slice(at, (long) length - at);
    }

    /** Where {@code value} stands next, at {@code from} or later; the length if nowhere. */
    int find(int value, int from) {
        int at = start + from;
        while (at < start + length && bytes[at] != (byte) value) {
            at++;
        }
        return at - start;
    }

    void copy(int at, byte[] target, int offset, int count) {
        Objects.checkFromIndexSize(at, count, length);
        System.arraycopy(bytes, start + at, target, offset, count);
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, start, length);
    }

    byte[] toArray() {
        return Arrays.copyOfRange(bytes, start, start + length);
    }
}
