package dev.pentimento.app.cli.batch;

import dev.pentimento.ports.failure.StorageFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all, and takes the place of what was there. */
public record WholeFile(Path path) {
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
                "'%s' cannot be written (%s); make room or change its permissions, then go on with --resume"
                        .formatted(path, cause.getMessage()),
                cause);
    }
}
