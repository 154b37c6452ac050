package dev.pentimento.app.cli.batch;

import dev.pentimento.ports.failure.StorageFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A file that appears whole or not at all, and takes the place of what was there. */
public record WholeFile(Path path) {
    /**
     * For those who are about to pay for what is to be written.
     *
     * @throws IllegalArgumentException if it cannot be there
     */
    public void requirePlace() {
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException("'%s' is a folder; name a file".formatted(path));
        }
        requireFolder(Objects.requireNonNull(path.toAbsolutePath().getParent(), "what is no folder has one"));
    }

    static void requireFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "'%s' cannot be made a folder (%s); name another".formatted(folder, why(e)), e);
        }
        if (!Files.isWritable(folder)) {
            throw new IllegalArgumentException(
                    "'%s' may not be written; change its permissions, or name another folder".formatted(folder));
        }
    }

    public void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    public void write(byte[] bytes) {
        Path draft = path.resolveSibling(".%s.%d.tmp"
                .formatted(path.getFileName(), ProcessHandle.current().pid()));
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try {
                Files.write(draft, bytes);
                Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private StorageFailure failure(IOException cause) {
        return new StorageFailure(
                StorageFailure.Reason.NOT_WRITABLE,
                "'%s' cannot be written (%s); make room or change its permissions, then run it again"
                        .formatted(path, why(cause)),
                cause);
    }

    /** Without the names of drafts, which nobody knows. */
    static String why(IOException cause) {
        if (cause instanceof FileAlreadyExistsException) {
            return "something else is there";
        }
        if (cause instanceof AccessDeniedException) {
            return "access denied";
        }
        String reason = cause instanceof FileSystemException trouble ? trouble.getReason() : cause.getMessage();
        return reason == null || reason.isBlank() ? "the place does not allow it" : reason;
    }
}
