package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.identity.UserId;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Unpacks the manifest, never further than it may reach. */
final class ManifestEntry {
    private static final int BUFFER = 64 * 1024;

    /** Ids and digests alone keep a manifest from being packed like this; small ones may. */
    private static final int MOST_PACKED = 100;

    private static final long SMALL = 1_000_000;

    private final ZipMember member;
    private final BundleCheck check;

    private ManifestEntry(ZipMember member, BundleCheck check) {
        this.member = member;
        this.check = check;
    }

    static Bundle read(RandomAccessFile file, ZipMember member, BundleCheck check, UserId owner) throws IOException {
        ManifestEntry entry = new ManifestEntry(member, check);
        entry.checkSize();
        try {
            return entry.read(new ZipContent(file, member), owner);
        } catch (ZipException e) {
            throw check.damaged("its manifest cannot be unpacked");
        }
    }

    private void checkSize() {
        check.require(
                BundleRule.MANIFEST_SIZE,
                member.length() <= check.limits().manifestBytes(),
                "its manifest has %d bytes, and more than %d are not taken in",
                member.length(),
                check.limits().manifestBytes());
        check.require(
                BundleRule.PACKING,
                member.length() <= member.packed() * MOST_PACKED + SMALL,
                "its manifest is packed more densely than any history can be: %d bytes claim to be %d",
                member.packed(),
                member.length());
    }

    private Bundle read(InputStream packed, UserId owner) throws IOException {
        Inflater inflater = new Inflater(true);
        CRC32 crc = new CRC32();
        try (Unpacked unpacked = new Unpacked(unpack(packed, inflater))) {
            Bundle bundle = ManifestReader.read(new CheckedInputStream(unpacked, crc), owner, check);
            unpacked.requireEnd();
            ZipContent.checkSum(member, (int) crc.getValue(), check);
            return bundle;
        } finally {
            inflater.end();
        }
    }

    private InputStream unpack(InputStream packed, Inflater inflater) {
        if (member.method() == ZipMember.DEFLATED) {
            return new InflaterInputStream(packed, inflater, BUFFER);
        }
        if (member.method() == ZipMember.STORED) {
            return packed;
        }
        throw check.damaged("its manifest is packed in a way that is not known here");
    }

    /** As many bytes as the directory says, and no more. */
    private final class Unpacked extends FilterInputStream {
        private long count;

        Unpacked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = in.read(bytes, from, most);
            count += Math.max(0, read);
            requireLength(count <= member.length());
            return read;
        }

        void requireEnd() throws IOException {
            requireLength(read() < 0 && count == member.length());
        }

        private void requireLength(boolean kept) {
            check.require(
                    BundleRule.UNPACKED_LENGTH,
                    kept,
                    "its manifest does not unpack to the %d bytes it claims",
                    member.length());
        }
    }
}
