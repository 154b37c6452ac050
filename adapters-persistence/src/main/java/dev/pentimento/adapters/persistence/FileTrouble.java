package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Says in our words why a file could not be read or written. */
final class FileTrouble {
    private FileTrouble() {}

    /** {@code what} begins the message and names the path. */
    static StorageFailure reading(String what, IOException cause) {
        return new StorageFailure(
                Reason.NOT_READABLE, "%s cannot be read: %s; check its permissions".formatted(what, why(cause)), cause);
    }

    /** {@code what} begins the message and names the path. */
    static StorageFailure writing(String what, IOException cause) {
        return isFull(cause)
                ? new StorageFailure(
                        Reason.DISK_FULL, "%s cannot be written: the disk is full; make room".formatted(what), cause)
                : new StorageFailure(
                        Reason.NOT_WRITABLE,
                        "%s cannot be written: %s; check its permissions".formatted(what, why(cause)),
                        cause);
    }

    /** Java has no exception of its own for a full disk; these are the texts of POSIX systems and of Windows. */
    private static boolean isFull(IOException cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("quota exceeded") || text.contains("not enough space");
    }

    private static String why(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "access denied";
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return "a file stands where a folder is needed";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}
