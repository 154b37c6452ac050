package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds everything. */
record Home(Path folder) {

    /** Creates the folder where needed. */
    static Home open(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            throw new StorageFailure(
                    Reason.NOT_WRITABLE, "The home %s is a file; choose a folder as home".formatted(absolute), null);
        }
        try {
            Folders.create(absolute);
        } catch (IOException e) {
            throw FileTrouble.writing("The home " + absolute, e);
        }
        return new Home(absolute);
    }

    Path database() {
        return folder.resolve("pentimento.db");
    }

    Path images() {
        return folder.resolve("images");
    }

    Path folders() {
        return folder.resolve("runs");
    }
}
