package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** A bundle on its way through a pipe: a pipe cannot be read twice, nor taken back when an image proves to be damaged. */
record TemporaryBundle(Path file) implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    static TemporaryBundle create() {
        try {
            return new TemporaryBundle(Files.createTempFile("pentimento", ".zip"));
        } catch (IOException e) {
            throw trouble("No temporary file can be made", e);
        }
    }

    void fill(InputStream pipe) {
        try {
            Files.copy(pipe, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw trouble("Standard input cannot be kept in " + file, e);
        }
    }

    void pour(Console console) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                console.bytes(Arrays.copyOf(buffer, count));
            }
        } catch (IOException e) {
            throw trouble("The temporary file %s cannot be read".formatted(file), e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw trouble("The temporary file %s cannot be deleted".formatted(file), e);
        }
    }

    private static StorageFailure trouble(String what, IOException cause) {
        return new StorageFailure(
                Reason.NOT_WRITABLE,
                "%s: %s; make room or choose another folder for temporary files".formatted(what, cause.getMessage()),
                cause);
    }
}
