package dev.pentimento.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The least that can be done with the pictures of a home, file by file and by one thread. */
record PlainFiles(List<Path> files) {

    static PlainFiles below(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return new PlainFiles(files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList());
        }
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    void digest() throws IOException {
        for (Path file : files) {
            sha256().digest(Files.readAllBytes(file));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must provide SHA-256", e);
        }
    }

    void zip(Path target) throws IOException {
        try (FileChannel channel = create(target);
                OutputStream output = Channels.newOutputStream(channel);
                ZipOutputStream zip = new ZipOutputStream(output)) {
            for (Path file : files) {
                add(zip, file);
            }
            zip.finish();
            channel.force(true);
        }
    }

    private static void add(ZipOutputStream zip, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = new ZipEntry(String.valueOf(file.getFileName()));
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    void copy(Path folder) throws IOException {
        for (Path file : files) {
            try (FileChannel copy = create(folder.resolve(file.getFileName()))) {
                Channels.newOutputStream(copy).write(Files.readAllBytes(file));
                copy.force(true);
            }
        }
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
