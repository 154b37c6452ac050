package dev.pentimento.adapters.persistence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The end of a zip file (APPNOTE 4.3.14 to 4.3.16): where its directory is.
 *
 * @param start of the directory
 * @param length of the directory in bytes
 * @param after first byte after the directory
 */
record ZipEnd(long entries, long length, long start, long after) {
    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int LARGE_SIGNATURE = 0x06064b50;
    private static final int LARGE_LENGTH = 56;
    private static final int LARGE_ENTRIES = 32;
    private static final int LARGE_SIZE = 40;
    private static final int LARGE_START = 48;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int VERSION_WITH_ZIP64 = 45;

    private static final int UNKNOWN_SHORT = 0xffff;
    private static final long UNKNOWN_INT = 0xffff_ffffL;

    /** The last bytes of a zip file. The largest numbers stand for those that are too large; what these really are goes before then. */
    static byte[] of(long entries, long length, long start) {
        boolean fits = entries < UNKNOWN_SHORT && length < UNKNOWN_INT && start < UNKNOWN_INT;
        byte[] before = fits ? new byte[0] : large(entries, length, start);
        byte[] bytes = Arrays.copyOf(before, before.length + LENGTH);
        ByteBuffer end = ZipMember.over(bytes).position(before.length);
        short shownEntries = (short) Math.min(entries, UNKNOWN_SHORT);
        end.putInt(SIGNATURE).putInt(0).putShort(shownEntries).putShort(shownEntries);
        end.putInt((int) Math.min(length, UNKNOWN_INT)).putInt((int) Math.min(start, UNKNOWN_INT));
        return bytes;
    }

    private static byte[] large(long entries, long length, long start) {
        byte[] bytes = new byte[LARGE_LENGTH + LOCATOR_LENGTH];
        ByteBuffer end = ZipMember.over(bytes);
        end.putInt(LARGE_SIGNATURE).putLong(LARGE_LENGTH - Integer.BYTES - Long.BYTES);
        end.putShort((short) VERSION_WITH_ZIP64)
                .putShort((short) VERSION_WITH_ZIP64)
                .putLong(0);
        end.putLong(entries).putLong(entries).putLong(length).putLong(start);
        end.putInt(LOCATOR_SIGNATURE).putInt(0).putLong(start + length).putInt(1);
        return bytes;
    }

    /** Reads the end of a file that ends where the zip file does. */
    static ZipEnd read(RandomAccessFile file, BundleCheck check) throws IOException {
        ByteBuffer end = ZipMember.over(tail(file, LENGTH, 0, check));
        if (end.getInt() != SIGNATURE || end.getInt() != 0) {
            throw check.damaged("it is cut off, or something was added to it");
        }
        int entries = Short.toUnsignedInt(end.getShort());
        int sameEntries = Short.toUnsignedInt(end.getShort());
        long length = Integer.toUnsignedLong(end.getInt());
        long start = Integer.toUnsignedLong(end.getInt());
        if (entries != sameEntries || end.getShort() != 0) {
            throw check.damaged("its end contradicts itself");
        }
        return entries == UNKNOWN_SHORT || length == UNKNOWN_INT || start == UNKNOWN_INT
                ? readLarge(file, check)
                : new ZipEnd(entries, length, start, file.length() - LENGTH);
    }

    private static ZipEnd readLarge(RandomAccessFile file, BundleCheck check) throws IOException {
        byte[] bytes = tail(file, LARGE_LENGTH + LOCATOR_LENGTH, LENGTH, check);
        ByteBuffer end = ZipMember.over(bytes);
        long after = file.length() - LENGTH - LARGE_LENGTH - LOCATOR_LENGTH;
        ZipEnd found = new ZipEnd(end.getLong(LARGE_ENTRIES), end.getLong(LARGE_SIZE), end.getLong(LARGE_START), after);
        if (!Arrays.equals(bytes, large(found.entries, found.length, found.start))) {
            throw check.damaged("its end contradicts itself");
        }
        return found;
    }

    private static byte[] tail(RandomAccessFile file, int length, int beforeEnd, BundleCheck check) throws IOException {
        long position = file.length() - beforeEnd - length;
        if (position < 0) {
            throw check.damaged("it is cut off");
        }
        byte[] tail = new byte[length];
        file.seek(position);
        file.readFully(tail);
        return tail;
    }
}
