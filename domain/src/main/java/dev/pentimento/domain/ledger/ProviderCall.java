package dev.pentimento.domain.ledger;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call to a provider, as the ledger knows it. Each step returns the call's next state.
 *
 * @param owner of the job, whose budget it is under
 * @param part which part of the job it is for, from 0; a part is asked for again only after a call that failed
 * @param round how often the user had asked for the job
 * @param attempt of the job that made the call
 * @param model null = the provider's configured one
 * @param estimate what it will probably cost
 */
public record ProviderCall(
        CallId id,
        JobId job,
        UserId owner,
        int part,
        int round,
        int attempt,
        String provider,
        @Nullable String model,
        RequestHash request,
        Cost estimate,
        CallState state,
        Instant plannedAt,
        Instant changedAt) {

    public CallStatus status() {
        return state.status();
    }

    /** @throws IllegalStateException if the table of moves forbids it */
    public ProviderCall become(CallState next, Instant now) {
        if (!status().mayBecome(next.status())) {
            throw new IllegalStateException("Provider call %s is %s and cannot become %s"
                    .formatted(id, status().label(), next.status().label()));
        }
        return new ProviderCall(
                id, job, owner, part, round, attempt, provider, model, request, estimate, next, plannedAt, now);
    }

    /** Whether it costs nothing whatever happens, so that doing it again is no harm. */
    public boolean isFree() {
        return estimate.isFree();
    }

    /** Whether the provider may have heard of it. */
    public boolean wasSent() {
        return !(state instanceof CallState.Planned)
                && !(state instanceof CallState.Failed failed && failed.isBeforeSending());
    }

    /** What it delivered; empty unless that is safe. */
    public Optional<Delivery> delivery() {
        if (state instanceof CallState.ResultStored stored) {
            return Optional.of(stored.delivery());
        }
        return state instanceof CallState.Done done ? Optional.of(done.delivery()) : Optional.empty();
    }

    /** Why it brought nothing; empty while that is not certain, and if it brought something. */
    public Optional<FailureCode> failure() {
        if (state instanceof CallState.OutcomeUnknown) {
            return Optional.of(FailureCode.OUTCOME_UNKNOWN);
        }
        return state instanceof CallState.Failed failed ? Optional.of(failed.code()) : Optional.empty();
    }

    /** What is known of its price now: nothing before it is sent, the estimate while it is under way. */
    public Cost cost() {
        if (state instanceof CallState.Planned) {
            return Cost.free();
        }
        if (state instanceof CallState.Failed failed) {
            return failed.cost();
        }
        if (state instanceof CallState.OutcomeUnknown) {
            return isFree() ? Cost.free() : Cost.unknown();
        }
        return delivery().map(delivery -> delivery.report().cost()).orElse(estimate);
    }

    /** What it takes out of budgets, in micro-USD: the estimate, until it is known better; never less than 0. */
    public long booked() {
        boolean sureOfNothing = state instanceof CallState.Failed failed && failed.billing() == Billing.FREE;
        if (sureOfNothing) {
            return 0;
        }
        boolean open = status() == CallStatus.PLANNED;
        return (open ? estimate : cost()).microUsd().orElse(estimate.microUsd().orElse(0));
    }
}
