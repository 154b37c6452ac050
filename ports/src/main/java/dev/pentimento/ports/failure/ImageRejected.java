package dev.pentimento.ports.failure;

import dev.pentimento.domain.job.FailureCode;
import org.jspecify.annotations.Nullable;

/** Bytes that should have been an image are not one we can or want to read. */
public final class ImageRejected extends PentimentoException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why, for programs. */
    public enum Reason {
        EMPTY,
        NOT_AN_IMAGE,
        UNSUPPORTED,
        DAMAGED,
        TOO_LARGE,
        /** It could not be read in the time that an image may take. */
        TIMED_OUT,
        /** Others were being read, so that its turn did not come in time: the only reason to try the same file again. */
        BUSY
    }

    public ImageRejected(Reason reason, String message) {
        this(reason, message, null);
    }

    public ImageRejected(Reason reason, String message, @Nullable Throwable cause) {
        super(FailureCode.IMAGE_REJECTED, message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
