package dev.pentimento.ports.failure;

import dev.pentimento.domain.job.FailureCode;
import org.jspecify.annotations.Nullable;

/** The home could not be read or written. Nothing half-written is left behind. */
public final class StorageFailure extends PentimentoException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why, for programs. */
    public enum Reason {
        NOT_READABLE,
        NOT_WRITABLE,
        DISK_FULL,
        /** So little is left that nothing was begun that would need more. */
        TOO_LITTLE_ROOM,
        /** Another process held the database for longer than we wait. */
        BUSY,
        /** The database was written by a newer Pentimento. */
        NEWER_SCHEMA,
        /** An image that the records name is not there, or its bytes have changed. */
        IMAGE_MISSING,
        DAMAGED
    }

    public StorageFailure(Reason reason, String message, @Nullable Throwable cause) {
        super(FailureCode.STORAGE, message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
