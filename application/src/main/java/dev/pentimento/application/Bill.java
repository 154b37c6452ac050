package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.ProviderFailure;

/** What a call costs that was answered and brought nothing. */
final class Bill {
    private Bill() {}

    /**
     * The end of a call with the failure that it came to. Who has accepted a request has begun with it, and says of few failures that they are free.
     *
     * @param failure none that leaves open what became of the call
     */
    static CallState.Failed of(ProviderCall call, ProviderFailure failure) {
        if (failure instanceof ProviderFailure.Unintelligible answered) {
            return failed(failure, Billing.BILLED, known(answered.cost(), call));
        }
        if (failure instanceof ProviderFailure.Refused refused
                && !refused.cost().isFree()) {
            boolean told = refused.cost().microUsd().isPresent();
            return failed(failure, told ? Billing.BILLED : Billing.UNKNOWN, refused.cost());
        }
        return call.status() == CallStatus.ACCEPTED && !isGivenUp(failure)
                ? failed(failure, Billing.UNKNOWN, Cost.unknown())
                : failed(failure, Billing.FREE, Cost.free());
    }

    private static CallState.Failed failed(ProviderFailure failure, Billing billing, Cost cost) {
        return new CallState.Failed(failure.code(), String.valueOf(failure.getMessage()), billing, cost);
    }

    static boolean isGivenUp(ProviderFailure failure) {
        return failure instanceof ProviderFailure.Unavailable unavailable && unavailable.isGivenUp();
    }

    /** What was told, or else what was expected. */
    static Cost known(Cost told, ProviderCall call) {
        return told.microUsd().isPresent() ? told : call.estimate();
    }
}
