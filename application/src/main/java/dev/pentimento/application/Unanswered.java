package dev.pentimento.application;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.ProviderFailure;

/** How a call ends that asked for words and got none. */
final class Unanswered {
    private Unanswered() {}

    static CallState end(ProviderCall call, ProviderFailure failure) {
        return call.isFree()
                ? CallState.Failed.free(failure.code(), String.valueOf(failure.getMessage()))
                : end(failure);
    }

    /** Of a call that may cost something. */
    static CallState end(ProviderFailure failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof ProviderFailure.OutcomeUnknown || failure instanceof ProviderFailure.Canceled) {
            return new CallState.OutcomeUnknown(message);
        }
        return failure instanceof ProviderFailure.Unintelligible answered
                ? new CallState.Failed(failure.code(), message, Billing.BILLED, answered.cost())
                : CallState.Failed.free(failure.code(), message);
    }

    /** After a mistake of ours. */
    static CallState end(ProviderCall call, Throwable mistake) {
        return call.isFree()
                ? CallState.Failed.free(FailureCode.INTERNAL, String.valueOf(mistake))
                : new CallState.OutcomeUnknown(
                        "The request to %s left, and then this went wrong: %s".formatted(call.provider(), mistake));
    }
}
