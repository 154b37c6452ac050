package dev.pentimento.adapters.persistence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a zip file entry by entry; what is only known at the end of an entry is put in front of it afterwards.
 *
 * <p>Through a {@link RandomAccessFile}, because an interrupt would close a channel.
 */
final class ZipWriter {
    private static final int BUFFER = 64 * 1024;

    private final RandomAccessFile file;
    private final List<ZipMember> members = new ArrayList<>();

    ZipWriter(RandomAccessFile file) {
        this.file = file;
    }

    /** Writes an entry's content; {@link IOException} only where {@code to} throws it. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream to) throws IOException;
    }

    /** As it is; for what is compressed already. */
    void store(String name, Content content) throws IOException {
        long offset = reserve(name);
        Counted counted = new Counted(new Raw());
        content.writeTo(counted);
        settle(ZipMember.of(name, ZipMember.STORED, counted.crc(), counted.length, counted.length, offset));
    }

    void deflate(String name, Content content) throws IOException {
        long offset = reserve(name);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            DeflaterOutputStream packed =
                    new DeflaterOutputStream(new BufferedOutputStream(new Raw(), BUFFER), deflater, BUFFER);
            Counted counted = new Counted(packed);
            content.writeTo(counted);
            packed.finish();
            packed.flush();
            settle(ZipMember.of(
                    name, ZipMember.DEFLATED, counted.crc(), deflater.getBytesWritten(), counted.length, offset));
        } finally {
            deflater.end();
        }
    }

    /** Writes the directory. */
    void finish() throws IOException {
        long start = file.getFilePointer();
        try (OutputStream out = new BufferedOutputStream(new Raw(), BUFFER)) {
            for (ZipMember member : members) {
                out.write(member.centralHeader());
            }
        }
        long length = file.getFilePointer() - start;
        file.write(ZipEnd.of(members.size(), length, start));
    }

    /** Where the entry begins. */
    private long reserve(String name) throws IOException {
        long offset = file.getFilePointer();
        file.write(ZipMember.of(name, ZipMember.STORED, 0, 0, 0, offset).localHeader());
        return offset;
    }

    private void settle(ZipMember member) throws IOException {
        long end = file.getFilePointer();
        file.seek(member.offset());
        file.write(member.localHeader());
        file.seek(end);
        members.add(member);
    }

    /** The file at its current position; closing leaves it open. */
    private final class Raw extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            file.write(value);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            file.write(bytes, from, count);
        }
    }

    /** Counts what goes through, before it is packed. */
    private static final class Counted extends OutputStream {
        private final OutputStream target;
        private final CRC32 crc = new CRC32();
        private long length;

        Counted(OutputStream target) {
            this.target = target;
        }

        int crc() {
            return (int) crc.getValue();
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            target.write(bytes, from, count);
            crc.update(bytes, from, count);
            length += count;
        }
    }
}
