package dev.pentimento.adapters.persistence;

import static java.util.Map.entry;

import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in our words what SQLite, the pool or a row complains about; each message names the database and what to do. */
final class SqliteTrouble {
    /** SQLite's result codes by their lowest 8 bits, see "Result and Error Codes" in its documentation. */
    private static final Map<Integer, Trouble> TROUBLES = Map.ofEntries(
            entry(3, Trouble.NOT_READABLE), // PERM
            entry(5, Trouble.BUSY),
            entry(6, Trouble.BUSY), // LOCKED
            entry(8, Trouble.READ_ONLY),
            entry(10, Trouble.NOT_ACCESSIBLE), // IOERR
            entry(11, Trouble.DAMAGED), // CORRUPT
            entry(13, Trouble.FULL),
            entry(14, Trouble.CANNOT_OPEN),
            entry(15, Trouble.BUSY), // PROTOCOL: lost too many races for a lock
            entry(23, Trouble.NOT_READABLE), // AUTH
            entry(26, Trouble.NOT_A_DATABASE));

    private static final int PRIMARY_CODE = 0xff;

    private final Path database;

    SqliteTrouble(Path database) {
        this.database = database;
    }

    /** Finds the reason among the causes of {@code failure}; what nobody foresaw counts as damage. */
    StorageFailure of(Exception failure) {
        SQLException cause = deepestSqlException(failure);
        Trouble trouble = cause == null ? Trouble.UNFORESEEN : troubleOf(cause);
        String detail = trouble == Trouble.UNFORESEEN ? ": " + firstLine(cause == null ? failure : cause) : "";
        return new StorageFailure(
                trouble.reason, "The records %s %s%s".formatted(database, trouble.message, detail), failure);
    }

    /** {@code what} such as {@code Version 0198...} was read, but makes no sense. */
    StorageFailure unreadable(String what, Exception cause) {
        return new StorageFailure(
                Reason.DAMAGED,
                "%s in the records %s is damaged: %s; restore the home from a backup"
                        .formatted(what, database, firstLine(cause)),
                cause);
    }

    StorageFailure newer(int found, int known) {
        return new StorageFailure(
                Reason.NEWER_SCHEMA,
                "The records %s have schema %d, but this Pentimento knows %d at most; upgrade Pentimento"
                        .formatted(database, found, known),
                null);
    }

    private static Trouble troubleOf(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException) {
            return Trouble.BUSY;
        }
        if (failure.getCause() instanceof InterruptedException) {
            return Trouble.INTERRUPTED;
        }
        return TROUBLES.getOrDefault(failure.getErrorCode() & PRIMARY_CODE, Trouble.UNFORESEEN);
    }

    private static @Nullable SQLException deepestSqlException(Throwable failure) {
        SQLException found = null;
        for (Throwable next = failure; next != null; next = next.getCause()) {
            found = next instanceof SQLException sql ? sql : found;
        }
        return found;
    }

    private static String firstLine(Throwable failure) {
        String text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return text.lines().findFirst().orElse(text);
    }

    private enum Trouble {
        NOT_READABLE(Reason.NOT_READABLE, "may not be read; check the permissions of the home"),
        CANNOT_OPEN(Reason.NOT_READABLE, "cannot be opened; check the path and the permissions of the home"),
        NOT_ACCESSIBLE(Reason.NOT_READABLE, "could not be read or written; check the disk of the home"),
        READ_ONLY(Reason.NOT_WRITABLE, "are read-only; check the permissions of the home"),
        BUSY(Reason.BUSY, "are in use by another process; try again when it has finished"),
        INTERRUPTED(Reason.BUSY, "were in use, and waiting for them was interrupted; try again"),
        FULL(Reason.DISK_FULL, "cannot grow because the disk is full; make room, nothing was changed"),
        DAMAGED(Reason.DAMAGED, "are damaged; restore the home from a backup"),
        NOT_A_DATABASE(Reason.DAMAGED, "are not a database; restore the home from a backup or move that file away"),
        UNFORESEEN(Reason.DAMAGED, "refuse to work");

        private final Reason reason;
        private final String message;

        Trouble(Reason reason, String message) {
            this.reason = reason;
            this.message = message;
        }
    }
}
