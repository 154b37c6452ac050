package dev.pentimento.ports.failure;

import dev.pentimento.domain.job.FailureCode;

/** A version, concept or job was named that does not exist, or that fits several. */
public final class UnknownReference extends PentimentoException {
    private static final long serialVersionUID = 1L;

    public UnknownReference(String message) {
        super(FailureCode.NOT_FOUND, message, null);
    }
}
