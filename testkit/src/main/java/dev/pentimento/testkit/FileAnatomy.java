package dev.pentimento.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of an image file lie, and the numbers in it that decide about much, as far as they can be followed. Knows just enough of each format
 * to aim well.
 */
final class FileAnatomy {
    private static final int PNG_SIGNATURE = 8;
    private static final int RIFF_HEADER = 12;
    private static final int GIF_HEADER = 13;

    private final ByteBuffer file;
    private final List<Range> parts = new ArrayList<>();
    private final List<Range> numbers = new ArrayList<>();

    /** Bytes {@code from} up to, but not including, {@code to}. */
    record Range(int from, int to) {}

    private FileAnatomy(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    static FileAnatomy of(byte[] file) {
        FileAnatomy anatomy = new FileAnatomy(file);
        if (anatomy.isPng()) {
            anatomy.followPng();
        } else if (anatomy.isJpeg()) {
            anatomy.followJpeg();
        } else if (anatomy.isWebp()) {
            anatomy.followWebp();
        } else {
            anatomy.followGif();
        }
        return anatomy;
    }

    boolean isPng() {
        return file.capacity() > PNG_SIGNATURE && file.get(1) == 'P';
    }

    private boolean isJpeg() {
        return file.capacity() > 4 && file.get(0) == (byte) 0xff;
    }

    boolean isWebp() {
        return file.capacity() > RIFF_HEADER && file.get(0) == 'R';
    }

    /** Chunks, segments or blocks. */
    List<Range> parts() {
        return parts;
    }

    /** Lengths, sides, depths and the like. */
    List<Range> numbers() {
        return numbers;
    }

    /** A length, a type, the content and a checksum; the header holds two sides and five single bytes. */
    private void followPng() {
        int at = PNG_SIGNATURE;
        while (at + 12 <= file.capacity()) {
            int length = file.getInt(at);
            if (length < 0 || length > file.capacity() - at - 12) {
                break;
            }
            number(at, 4);
            parts.add(new Range(at, at + 12 + length));
            at += 12 + length;
        }
        number(PNG_SIGNATURE + 8, 4);
        number(PNG_SIGNATURE + 12, 4);
        for (int field = 16; field < 21; field++) {
            number(PNG_SIGNATURE + field, 1);
        }
    }

    /** A marker and a length; what looks like a frame holds a depth, two sides, a count and three bytes for each component. */
    private void followJpeg() {
        int at = 2;
        while (at + 4 <= file.capacity() && file.get(at) == (byte) 0xff) {
            int marker = file.get(at + 1) & 0xff;
            int end = at + 2 + (file.getShort(at + 2) & 0xffff);
            number(at + 1, 1);
            number(at + 2, 2);
            if ((marker & 0xf0) == 0xc0 && marker != 0xc4) {
                number(at + 5, 2);
                number(at + 7, 2);
                for (int field = 9; field < 20; field++) {
                    number(at + field, 1);
                }
            }
            end = marker == 0xda ? nextMarker(end) : end;
            parts.add(new Range(at, Math.min(end, file.capacity())));
            at = end;
        }
    }

    private int nextMarker(int from) {
        int at = from;
        while (at + 1 < file.capacity() && (file.get(at) != (byte) 0xff || file.get(at + 1) == 0)) {
            at++;
        }
        return at;
    }

    /** Four letters, a length, the content and padding; the sides stand at the beginning of the content, whatever the kind. */
    private void followWebp() {
        number(4, 4);
        int at = RIFF_HEADER;
        while (at + 8 <= file.capacity()) {
            long length = Integer.reverseBytes(file.getInt(at + 4)) & 0xffffffffL;
            if (length > file.capacity() - at - 8L) {
                break;
            }
            number(at + 4, 4);
            for (int field = 8; field < 28; field++) {
                number(at + field, 1 + field % 2);
            }
            int end = (int) (at + 8 + length + (length & 1));
            parts.add(new Range(at, Math.min(end, file.capacity())));
            at = end;
        }
    }

    /** The screen and its flags, then whatever begins like a block; blocks inside packed pixels are as good to aim at. */
    private void followGif() {
        for (int field = 6; field < GIF_HEADER; field++) {
            number(field, 1);
        }
        int begin = GIF_HEADER;
        for (int at = begin; at < file.capacity(); at++) {
            if (file.get(at) == 0x2c || file.get(at) == 0x21) {
                parts.add(new Range(begin, at));
                begin = at;
                for (int field = 1; field < 12; field++) {
                    number(at + field, 1 + field % 2);
                }
            }
        }
        parts.add(new Range(begin, file.capacity()));
    }

    private void number(int at, int length) {
        if (at + length <= file.capacity()) {
            numbers.add(new Range(at, at + length));
        }
    }

    /** The file with its checksums and its total length made right, so that a reader goes on to what is wrong inside. */
    static byte[] repaired(byte[] file) {
        FileAnatomy anatomy = new FileAnatomy(file);
        if (anatomy.isPng()) {
            return PngFile.withRightChecksums(file);
        }
        if (anatomy.isWebp()) {
            byte[] result = file.clone();
            ByteBuffer.wrap(result).order(ByteOrder.LITTLE_ENDIAN).putInt(4, file.length - 8);
            return result;
        }
        return file;
    }
}
