package dev.pentimento.adapters.persistence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds zip files of every sort, such as no decent program would write. */
final class ZipForge {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<ZipMember> members = new ArrayList<>();

    ZipForge stored(String name, byte[] content) {
        return entry(name, content, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** What stands in front of the entry and what the directory says of it, in place of the truth. */
    ZipForge entry(
            String name, byte[] content, UnaryOperator<ZipMember> inFront, UnaryOperator<ZipMember> inDirectory) {
        ZipMember truth =
                ZipMember.of(name, ZipMember.STORED, crc(content), content.length, content.length, file.size());
        return append(inFront.apply(truth), content, inDirectory.apply(truth));
    }

    /** Compressed, and claiming to be as long as {@code claim} says of its true length. */
    ZipForge deflated(String name, byte[] content, UnaryOperator<Long> claim) {
        byte[] packed = deflate(content);
        ZipMember member = ZipMember.of(
                name, ZipMember.DEFLATED, crc(content), packed.length, claim.apply((long) content.length), file.size());
        return append(member, packed, member);
    }

    /** Bytes that the directory knows nothing of. */
    ZipForge gap(byte[] bytes) {
        file.writeBytes(bytes);
        return this;
    }

    /** Where the next entry begins. */
    int place() {
        return file.size();
    }

    /** In the directory alone. */
    ZipForge listed(ZipMember member) {
        members.add(member);
        return this;
    }

    byte[] bytes() {
        int start = file.size();
        members.forEach(member -> file.writeBytes(member.centralHeader()));
        file.writeBytes(ZipEnd.of(members.size(), file.size() - start, start));
        return file.toByteArray();
    }

    private ZipForge append(ZipMember inFront, byte[] content, ZipMember inDirectory) {
        file.writeBytes(inFront.localHeader());
        file.writeBytes(content);
        members.add(inDirectory);
        return this;
    }

    static UnaryOperator<ZipMember> flags(int flags) {
        return it -> new ZipMember(
                it.name(),
                it.madeBy(),
                it.needed(),
                flags,
                it.method(),
                it.stamp(),
                it.crc(),
                it.packed(),
                it.length(),
                it.attributes(),
                it.offset());
    }

    static UnaryOperator<ZipMember> attributes(int attributes) {
        return it -> new ZipMember(
                it.name(),
                it.madeBy(),
                it.needed(),
                it.flags(),
                it.method(),
                it.stamp(),
                it.crc(),
                it.packed(),
                it.length(),
                attributes,
                it.offset());
    }

    static UnaryOperator<ZipMember> otherCrc() {
        return it -> new ZipMember(
                it.name(),
                it.madeBy(),
                it.needed(),
                it.flags(),
                it.method(),
                it.stamp(),
                ~it.crc(),
                it.packed(),
                it.length(),
                it.attributes(),
                it.offset());
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static int crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }
}
