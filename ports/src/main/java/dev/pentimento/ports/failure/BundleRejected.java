package dev.pentimento.ports.failure;

import dev.pentimento.domain.job.FailureCode;
import org.jspecify.annotations.Nullable;

/** A file that should have been a bundle is none, or not one that may come in. Nothing of it was recorded. */
public final class BundleRejected extends PentimentoException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why, for programs. */
    public enum Reason {
        /** It is something else. */
        NOT_A_BUNDLE,
        /** It was written by a newer Pentimento. */
        NEWER_FORMAT,
        /** It is cut off, or its parts contradict each other. */
        DAMAGED,
        /** It holds something besides its manifest and the images listed there. */
        UNEXPECTED_ENTRY,
        TOO_LARGE,
        /** Its manifest describes no history. */
        INVALID_HISTORY,
        /** An image is not what the manifest says. */
        IMAGE_DAMAGED,
        /** Something of the same id is there already, and different or somebody else's. */
        CLASH
    }

    public BundleRejected(Reason reason, String message) {
        this(reason, message, null);
    }

    public BundleRejected(Reason reason, String message, @Nullable Throwable cause) {
        super(FailureCode.BUNDLE_REJECTED, message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
