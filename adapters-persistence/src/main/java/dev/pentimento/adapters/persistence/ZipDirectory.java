package dev.pentimento.adapters.persistence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the directory of a zip file that must hold nothing but plain files, one after the other. */
final class ZipDirectory {
    private static final int LONGEST_NAME = 100;
    private static final int NAMES_IN_UTF_8 = 1 << 11;
    private static final int UNIX_TYPE_SHIFT = 28;
    private static final int UNIX_REGULAR = 8;
    private static final int DOS_FOLDER = 0x10;

    private final RandomAccessFile file;
    private final BundleCheck check;

    private ZipDirectory(RandomAccessFile file, BundleCheck check) {
        this.file = file;
        this.check = check;
    }

    /** All entries in the order of the directory, each looked at where it stands. */
    static List<ZipMember> read(RandomAccessFile file, BundleCheck check) throws IOException {
        return new ZipDirectory(file, check).members();
    }

    private List<ZipMember> members() throws IOException {
        ZipEnd end = ZipEnd.read(file, check);
        check.require(
                BundleRule.ENTRY_COUNT,
                end.entries() <= check.limits().entries(),
                "it has %d entries, and more than %d are not taken in",
                end.entries(),
                check.limits().entries());
        check.require(
                BundleRule.TILING,
                end.start() >= 0 && end.length() >= 0 && end.start() + end.length() == end.after(),
                "its directory does not reach from its entries to its end");
        List<ZipMember> members = parse(directory(end), end.entries());
        checkPlaces(members, end.start());
        return members;
    }

    private ByteBuffer directory(ZipEnd end) throws IOException {
        long longest = end.entries() * (ZipMember.CENTRAL_LENGTH + LONGEST_NAME + ZipMember.ZIP64_EXTRA_LENGTH);
        if (end.start() < 0
                || end.length() < 0
                || end.length() > longest
                || end.start() > file.length() - end.length()) {
            throw check.damaged("its directory is not where it should be");
        }
        byte[] directory = new byte[Math.toIntExact(end.length())];
        file.seek(end.start());
        file.readFully(directory);
        return ZipMember.over(directory);
    }

    private List<ZipMember> parse(ByteBuffer directory, long entries) {
        List<ZipMember> members = new ArrayList<>();
        for (long i = 0; i < entries; i++) {
            members.add(member(directory));
        }
        if (directory.hasRemaining()) {
            throw check.damaged("its directory is longer than its entries");
        }
        return members;
    }

    private ZipMember member(ByteBuffer in) {
        requireLeft(in, ZipMember.CENTRAL_LENGTH);
        if (in.getInt() != ZipMember.CENTRAL_SIGNATURE) {
            throw check.damaged("its directory cannot be read");
        }
        int madeBy = unsigned(in.getShort());
        int needed = unsigned(in.getShort());
        int flags = unsigned(in.getShort());
        int method = unsigned(in.getShort());
        int stamp = in.getInt();
        int crc = in.getInt();
        long packed = Integer.toUnsignedLong(in.getInt());
        long length = Integer.toUnsignedLong(in.getInt());
        int nameLength = unsigned(in.getShort());
        int extraLength = unsigned(in.getShort());
        int commentLength = unsigned(in.getShort());
        int disk = unsigned(in.getShort());
        in.getShort(); // whether it is text
        int attributes = in.getInt();
        long offset = Integer.toUnsignedLong(in.getInt());
        requireLeft(in, nameLength + extraLength + commentLength);
        byte[] name = new byte[nameLength];
        in.get(name);
        boolean far = offset == ZipMember.IN_EXTRA_FIELD && extraLength == ZipMember.ZIP64_EXTRA_LENGTH;
        long place = far ? in.getLong(in.position() + Integer.BYTES) : offset;
        in.position(in.position() + extraLength + commentLength);
        ZipMember member = new ZipMember(
                new String(name, StandardCharsets.ISO_8859_1),
                madeBy,
                needed,
                flags,
                method,
                stamp,
                crc,
                packed,
                length,
                attributes,
                place);
        check.require(
                BundleRule.PLAIN_ENTRIES,
                (flags & ~NAMES_IN_UTF_8) == 0 && (far || extraLength == 0) && commentLength == 0 && disk == 0,
                "%s is encrypted, split, commented or otherwise no plain entry, as when another program packs a bundle again",
                member);
        checkType(member);
        return member;
    }

    private void checkType(ZipMember member) {
        int type = member.attributes() >>> UNIX_TYPE_SHIFT;
        check.require(
                BundleRule.REGULAR_FILES,
                (type == 0 || type == UNIX_REGULAR) && (member.attributes() & DOS_FOLDER) == 0,
                "%s is a link, a folder or a device, but a bundle holds only files",
                member);
    }

    private void checkPlaces(List<ZipMember> members, long end) throws IOException {
        long place = 0;
        for (ZipMember member : members) {
            check.require(
                    BundleRule.TILING,
                    member.offset() == place,
                    "%s begins at byte %d and not at %d, where the one before it ends",
                    member,
                    member.offset(),
                    place);
            checkLocalHeader(member);
            place = member.end();
        }
        check.require(BundleRule.TILING, place == end, "its last entry ends at byte %d and not at %d", place, end);
    }

    private void checkLocalHeader(ZipMember member) throws IOException {
        byte[] expected = member.localHeader();
        byte[] found = new byte[expected.length];
        if (member.offset() < 0 || member.end() > file.length()) {
            throw check.damaged("it is cut off within " + member);
        }
        file.seek(member.offset());
        file.readFully(found);
        check.require(
                BundleRule.HEADERS_AGREE,
                Arrays.equals(found, expected),
                "%s is described in two ways, in front of it and in the directory",
                member);
    }

    private void requireLeft(ByteBuffer in, int length) {
        if (in.remaining() < length) {
            throw check.damaged("its directory is cut off");
        }
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }
}
