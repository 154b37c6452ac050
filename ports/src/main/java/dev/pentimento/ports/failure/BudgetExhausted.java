package dev.pentimento.ports.failure;

import dev.pentimento.domain.job.FailureCode;

/** A call would cost more than may be spent; nothing was sent. */
public final class BudgetExhausted extends PentimentoException {
    private static final long serialVersionUID = 1L;

    public BudgetExhausted(String message) {
        super(FailureCode.QUOTA_EXHAUSTED, message, null);
    }
}
