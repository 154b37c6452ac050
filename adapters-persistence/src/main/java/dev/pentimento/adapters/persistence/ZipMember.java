package dev.pentimento.adapters.persistence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One entry of a zip file, as PKWARE's APPNOTE 6.3.10 spells it (sections 4.3.7, 4.3.12 and 4.5.3). Numbers are little-endian.
 *
 * @param madeBy system and version of whoever wrote it
 * @param needed version that it takes to unpack it
 * @param stamp time and date of MS-DOS
 * @param packed length in the file
 * @param length unpacked
 * @param attributes for the system in {@code madeBy}; for Unix the mode is in the upper half
 * @param offset of its local header
 */
record ZipMember(
        String name,
        int madeBy,
        int needed,
        int flags,
        int method,
        int stamp,
        int crc,
        long packed,
        long length,
        int attributes,
        long offset) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    static final int LOCAL_SIGNATURE = 0x04034b50;
    static final int CENTRAL_SIGNATURE = 0x02014b50;
    static final int LOCAL_LENGTH = 30;
    static final int CENTRAL_LENGTH = 46;

    /** Stands for an offset that is found in the extra field. */
    static final long IN_EXTRA_FIELD = 0xffff_ffffL;

    private static final int MOST_SHOWN = 100;
    private static final int ZIP64_EXTRA = 1;
    static final int ZIP64_EXTRA_LENGTH = 12;

    private static final int UNIX = 3 << 8;
    private static final int VERSION_2 = 20;
    private static final int VERSION_WITH_ZIP64 = 45;
    private static final int FIRST_OF_JANUARY_1980 = 0x0021_0000;
    private static final int READABLE_FILE = 0100644 << 16;

    /** One of ours: neither time nor place show. */
    static ZipMember of(String name, int method, int crc, long packed, long length, long offset) {
        int needed = offset >= IN_EXTRA_FIELD ? VERSION_WITH_ZIP64 : VERSION_2;
        return new ZipMember(
                name,
                UNIX | needed,
                needed,
                0,
                method,
                FIRST_OF_JANUARY_1980,
                crc,
                packed,
                length,
                READABLE_FILE,
                offset);
    }

    /** What stands in front of the entry. */
    byte[] localHeader() {
        byte[] nameBytes = nameBytes();
        byte[] bytes = new byte[LOCAL_LENGTH + nameBytes.length];
        ByteBuffer header = over(bytes);
        header.putInt(LOCAL_SIGNATURE);
        putCommon(header);
        header.putShort((short) nameBytes.length).putShort((short) 0).put(nameBytes);
        return bytes;
    }

    /** What stands in the directory. */
    byte[] centralHeader() {
        byte[] nameBytes = nameBytes();
        boolean far = offset >= IN_EXTRA_FIELD;
        byte[] bytes = new byte[CENTRAL_LENGTH + nameBytes.length + (far ? ZIP64_EXTRA_LENGTH : 0)];
        ByteBuffer header = over(bytes);
        header.putInt(CENTRAL_SIGNATURE).putShort((short) madeBy);
        putCommon(header);
        header.putShort((short) nameBytes.length).putShort((short) (far ? ZIP64_EXTRA_LENGTH : 0));
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(attributes);
        header.putInt((int) Math.min(offset, IN_EXTRA_FIELD)).put(nameBytes);
        if (far) {
            header.putShort((short) ZIP64_EXTRA).putShort((short) Long.BYTES).putLong(offset);
        }
        return bytes;
    }

    /** First byte after the entry. */
    long end() {
        return contentOffset() + packed;
    }

    long contentOffset() {
        return offset + LOCAL_LENGTH + nameBytes().length;
    }

    /** To read or write these bytes as zip files have them. */
    static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void putCommon(ByteBuffer header) {
        header.putShort((short) needed).putShort((short) flags).putShort((short) method);
        header.putInt(stamp).putInt(crc).putInt((int) packed).putInt((int) length);
    }

    /** Latin-1 gives every byte back as it was read; our own names are ASCII. */
    private byte[] nameBytes() {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As it may be shown to people: names come from strangers. */
    @Override
    public String toString() {
        String shown = name.replaceAll("[^ -~]", "?");
        return "'%s'".formatted(shown.length() > MOST_SHOWN ? shown.substring(0, MOST_SHOWN) + "..." : shown);
    }
}
