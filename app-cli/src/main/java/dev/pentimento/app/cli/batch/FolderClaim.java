package dev.pentimento.app.cli.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The sole right of one process to write into a folder, which ends with the process however that ends. */
public final class FolderClaim implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final FileChannel file;

    private FolderClaim(FileChannel file) {
        this.file = file;
    }

    /**
     * Empty if another process has it.
     *
     * @param folder is there
     * @throws IllegalArgumentException if it cannot be claimed by anybody
     */
    static Optional<FolderClaim> of(Path folder) {
        try {
            FileChannel file =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(file)) {
                return Optional.of(new FolderClaim(file));
            }
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "'%s' cannot be kept from other processes (%s); name another folder"
                            .formatted(folder, WholeFile.why(e)),
                    e);
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException haveItOurselves) {
            return false;
        }
    }

    /** The file stays: whoever has opened it to claim the folder must not be left with one that is gone. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
