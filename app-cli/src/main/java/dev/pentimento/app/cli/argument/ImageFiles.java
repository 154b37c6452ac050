package dev.pentimento.app.cli.argument;

import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.UnknownReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the files the user names. What is too large is refused before it is read. */
public final class ImageFiles {
    private final Path workingDirectory;
    private final InputStream standardInput;
    private final long maxBytes;

    /**
     * @param maxBytes the largest file to read
     */
    public ImageFiles(Path workingDirectory, InputStream standardInput, long maxBytes) {
        this.workingDirectory = workingDirectory;
        this.standardInput = standardInput;
        this.maxBytes = maxBytes;
    }

    /** The file that is meant; empty when a version may be meant. */
    public Optional<ImageFile> find(PictureArgument argument) {
        return argument.isSurelyFile() || isFile(argument.text())
                ? Optional.of(read(argument.text()))
                : Optional.empty();
    }

    private boolean isFile(String name) {
        Path path = path(name);
        return Files.exists(path) && !Files.isDirectory(path);
    }

    /** The file called {@code name}, or what comes through standard input when that is {@code -}. */
    public ImageFile read(String name) {
        if (name.equals("-")) {
            return readStandardInput();
        }
        Path path = path(name);
        if (Files.isDirectory(path)) {
            throw new ImageRejected(
                    ImageRejected.Reason.NOT_AN_IMAGE, "'%s' is a folder; name an image file".formatted(name));
        }
        if (!Files.exists(path)) {
            throw noSuchFile(name);
        }
        return new ImageFile(fileName(path), bytes(name, path));
    }

    private ImageFile readStandardInput() {
        try {
            byte[] bytes = readAtMost(standardInput, "Standard input");
            if (bytes.length == 0) {
                throw new ImageRejected(
                        ImageRejected.Reason.EMPTY, "Standard input is empty; send an image, or name a file");
            }
            return new ImageFile("stdin", bytes);
        } catch (IOException e) {
            throw unreadable("Standard input", e);
        }
    }

    private byte[] bytes(String name, Path path) {
        try {
            checkSize("'" + name + "'", Files.size(path));
            try (InputStream file = Files.newInputStream(path)) {
                return readAtMost(file, "'" + name + "'");
            }
        } catch (IOException e) {
            throw unreadable("'" + name + "'", e);
        }
    }

    /** Pipes and devices have no size that could be known before. */
    private byte[] readAtMost(InputStream source, String subject) throws IOException {
        int enough = (int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8);
        byte[] bytes = source.readNBytes(enough);
        checkSize(subject, bytes.length);
        return bytes;
    }

    private void checkSize(String subject, long bytes) {
        if (bytes > maxBytes) {
            throw new ImageRejected(
                    ImageRejected.Reason.TOO_LARGE,
                    "%s is larger than the %s that are taken in; scale it down or raise intake.max-bytes"
                            .formatted(subject, Words.megabytes(maxBytes)));
        }
    }

    private Path path(String name) {
        try {
            return workingDirectory.resolve(name);
        } catch (InvalidPathException e) {
            throw noSuchFile(name);
        }
    }

    private static UnknownReference noSuchFile(String name) {
        return new UnknownReference("No such file: %s; check the path".formatted(name));
    }

    private static StorageFailure unreadable(String subject, IOException cause) {
        return new StorageFailure(
                StorageFailure.Reason.NOT_READABLE,
                "%s cannot be read; check its permissions".formatted(subject),
                cause);
    }

    private static String fileName(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }
}
