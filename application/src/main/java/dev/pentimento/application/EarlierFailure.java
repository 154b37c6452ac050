package dev.pentimento.application;

import dev.pentimento.domain.job.FailureCode;

/** A call of an earlier worker failed for good, and making it again would not help or might be paid again. */
final class EarlierFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureCode code;

    EarlierFailure(FailureCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    FailureCode code() {
        return code;
    }
}
