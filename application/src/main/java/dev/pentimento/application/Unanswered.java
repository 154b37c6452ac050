package dev.pentimento.application;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.ProviderFailure;

/** How a call ends that asked for words and got none. */
final class Unanswered {
    private Unanswered() {}

    static CallState end(ProviderCall call, ProviderFailure failure) {
        String message = String.valueOf(failure.getMessage());
        if (call.isFree()) {
            return CallState.Failed.free(failure.code(), message);
        }
        return failure instanceof ProviderFailure.OutcomeUnknown || failure instanceof ProviderFailure.Canceled
                ? new CallState.OutcomeUnknown(message)
                : Bill.of(call, failure);
    }

    /** After a mistake of ours. */
    static CallState end(ProviderCall call, Throwable mistake) {
        return call.isFree()
                ? CallState.Failed.free(FailureCode.INTERNAL, Said.of(mistake))
                : new CallState.OutcomeUnknown("The request to %s left, and then this went wrong: %s"
                        .formatted(call.provider(), Said.of(mistake)));
    }
}
