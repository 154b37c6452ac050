package dev.pentimento.application;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.ProviderFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides whether a question that costs money may be asked, after all that is known of it. */
final class Precedents {
    static final String ASK_AGAIN =
            "; to ask once more, and perhaps pay twice, run the same with --accept-possible-charge";

    private final Journal journal;
    private final Endings endings;
    private final Ledger ledger;
    private final Policies policies;
    private final Mint mint;

    Precedents(Journal journal, Endings endings, Ledger ledger, Policies policies, Mint mint) {
        this.journal = journal;
        this.endings = endings;
        this.ledger = ledger;
        this.policies = policies;
        this.mint = mint;
    }

    /**
     * Closes what a lost process left.
     *
     * @throws ProviderFailure.OutcomeUnknown if it was asked before, may have been paid, and the person does not accept that
     * @throws ProviderFailure.Unintelligible the same, where it is certain that it was paid
     */
    Precedent admit(PersonalQuestion<?> question, Sitting sitting) {
        Precedent found = find(question, sitting);
        boolean accepted = sitting.terms().acceptPossibleCharge();
        if (found.isOpen()) {
            ProviderCall open = found.call().orElseThrow();
            if (isYoung(open) && !accepted) {
                throw new ProviderFailure.OutcomeUnknown(words(question, open), null);
            }
            giveUp(open);
            found = find(question, sitting);
        }
        if (found.mayHaveBeenPaid() && !accepted) {
            throw refusal(question, found);
        }
        return found;
    }

    private Precedent find(PersonalQuestion<?> question, Sitting sitting) {
        return journal.records().read(reader -> Precedent.open(reader, sitting.owner(), question.request()));
    }

    /** Whether the process that asked may still wait for the answer; none tells that it lives. */
    private boolean isYoung(ProviderCall call) {
        return call.changedAt().plus(policies.lease().multipliedBy(2)).isAfter(mint.now());
    }

    private String words(PersonalQuestion<?> question, ProviderCall open) {
        Instant left = open.changedAt();
        return "%s was asked this %d s ago (job %s) and has not answered yet; wait for that, or, if the process that asked was ended, it may have been charged%s"
                .formatted(
                        question.provider(), Duration.between(left, mint.now()).toSeconds(), open.job(), ASK_AGAIN);
    }

    /** The call is closed whatever became of its job, which may have been called off. */
    private void giveUp(ProviderCall open) {
        journal.insist(entry -> {
            entry.writer()
                    .job(open.job())
                    .filter(job -> !job.isFinal())
                    .ifPresent(job -> endings.fail(entry, job, FailureCode.OUTCOME_UNKNOWN, lost(job)));
            entry.writer().call(open.id()).ifPresent(call -> ledger.close(entry, call));
            return open;
        });
    }

    /** What is said of a question whose process was lost. */
    static String lost(Job job) {
        return "%s was asked, and the process that asked was lost before the answer came; it may have been charged"
                .formatted(Casting.name(job.provider()));
    }

    private static ProviderFailure refusal(PersonalQuestion<?> question, Precedent found) {
        Optional<CallState.Failed> failed = found.call()
                .map(ProviderCall::state)
                .filter(CallState.Failed.class::isInstance)
                .map(CallState.Failed.class::cast);
        String job = found.job().map(known -> known.id().toString()).orElse("");
        return failed.<ProviderFailure>map(paid -> new ProviderFailure.Unintelligible(
                        "%s was paid for this before (job %s), and it came to nothing: %s%s"
                                .formatted(question.provider(), job, paid.message(), ASK_AGAIN),
                        null))
                .orElseGet(() -> new ProviderFailure.OutcomeUnknown(
                        "%s was asked this before (job %s), may have charged for it, and its answer is not here%s"
                                .formatted(question.provider(), job, ASK_AGAIN),
                        null));
    }
}
