package dev.pentimento.adapters.persistence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.util.zip.CRC32;

/** The bytes of one entry as they stand in the file, and no others. */
final class ZipContent extends InputStream {
    private static final int BUFFER = 64 * 1024;

    private final RandomAccessFile file;
    private long left;

    ZipContent(RandomAccessFile file, ZipMember member) throws IOException {
        this.file = file;
        this.left = member.packed();
        file.seek(member.contentOffset());
    }

    /** Copies an entry that is stored as it is, and checks its CRC. */
    static void copy(ZipMember member, BundleCheck check, OutputStream to) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, member.packed()))];
        try (RandomAccessFile file = open(check);
                InputStream content = new Reading(new ZipContent(file, member), check)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                crc.update(buffer, 0, count);
                to.write(buffer, 0, count);
            }
        }
        checkSum(member, (int) crc.getValue(), check);
    }

    static void checkSum(ZipMember member, int crc, BundleCheck check) {
        check.require(BundleRule.CHECKSUM, crc == member.crc(), "the checksum of %s is wrong", member);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = file.read(bytes, from, (int) Math.min(count, left));
        left -= Math.max(0, read);
        return read;
    }

    private static RandomAccessFile open(BundleCheck check) {
        try {
            return new RandomAccessFile(check.file().toFile(), "r");
        } catch (IOException e) {
            throw FileTrouble.reading("The bundle " + check.file(), e);
        }
    }

    /** Tells a bundle that cannot be read from a target that cannot be written. */
    private static final class Reading extends FilterInputStream {
        private final BundleCheck check;

        Reading(InputStream in, BundleCheck check) {
            super(in);
            this.check = check;
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
            try {
                return in.read(bytes, from, count);
            } catch (IOException e) {
                throw FileTrouble.reading("The bundle " + check.file(), e);
            }
        }
    }
}
