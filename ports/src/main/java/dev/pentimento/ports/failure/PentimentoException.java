package dev.pentimento.ports.failure;

import dev.pentimento.domain.job.FailureCode;
import org.jspecify.annotations.Nullable;

/**
 * Something outside our control went wrong. The message is one line that says what happened, with the value, and what to do; it never holds keys
 * or image bytes.
 */
public abstract sealed class PentimentoException extends RuntimeException
        permits BudgetExhausted,
                BundleRejected,
                FetchFailure,
                ImageRejected,
                InvalidSettings,
                ProviderFailure,
                StorageFailure,
                UnknownReference {
    private static final long serialVersionUID = 1L;

    private final FailureCode code;

    PentimentoException(FailureCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public FailureCode code() {
        return code;
    }
}
