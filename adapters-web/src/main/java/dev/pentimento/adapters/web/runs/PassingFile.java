package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Upload;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that only passes through, in a folder of its own that nobody else may look into. */
record PassingFile(Path path) {
    static PassingFile create() {
        try {
            return new PassingFile(
                    Files.createTempDirectory("pentimento-bundle").resolve("history.zip"));
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    void fill(Upload upload) {
        try (InputStream in = upload.open()) {
            Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /** The bytes; with the end of their reading the file is gone. */
    InputStream openOnce() {
        try {
            return new FilterInputStream(Files.newInputStream(path)) {
                @Override
                public void close() throws IOException {
                    super.close();
                    delete();
                }
            };
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
            Files.deleteIfExists(path.resolveSibling(".").normalize());
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private static StorageFailure trouble(IOException cause) {
        return new StorageFailure(
                Reason.NOT_WRITABLE,
                "Nothing can be kept for a moment in the folder for temporary files: " + cause,
                cause);
    }
}
