package dev.pentimento.application;

import dev.pentimento.domain.cost.Budget;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.BudgetExhausted;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes down each step of a call to a provider, one transaction each. Whoever lost the job can begin nothing any more, but what a provider did for
 * it is written down whoever learns of it.
 */
final class Ledger {
    private final Journal journal;
    private final Budget budget;
    private final Mint mint;

    Ledger(Journal journal, Budget budget, Mint mint) {
        this.journal = journal;
        this.budget = budget;
        this.mint = mint;
    }

    /** The last call for a part of a job. */
    Optional<ProviderCall> last(JobId job, int part) {
        return journal.records()
                .read(records -> records.calls(job).stream()
                        .filter(call -> call.part() == part)
                        .reduce((earlier, later) -> later));
    }

    /** How the provider has failed with a part of a job since the user asked for it. */
    List<FailureCode> failures(RunningJob job, Ask ask) {
        return journal.records()
                .read(records -> records.calls(job.id()).stream()
                        .filter(call -> call.part() == ask.part()
                                && call.round() == job.ticket().round()
                                && call.provider().equals(ask.provider()))
                        .flatMap(call -> call.failure().stream())
                        .toList());
    }

    /**
     * Finds the money and marks the call as on its way, in the last transaction before the first byte may leave.
     *
     * @throws BudgetExhausted if there is not enough
     * @throws ProviderFailure.Canceled if it must not leave, as somebody else has the job
     */
    ProviderCall send(RunningJob job, Ask ask) {
        return journal.insist(entry -> {
            requireOurs(job, entry.isOurs(job));
            ProviderCall call = book(entry, call(job, ask));
            entry.tell(job);
            if (!call.isFree()) {
                entry.note(job.event(JobEvent.Kind.SENT, 0, call.provider(), null));
            }
            return call;
        });
    }

    /**
     * Part of a transaction: enters a new call.
     *
     * @throws BudgetExhausted if there is not enough
     */
    ProviderCall book(Journal.Entry entry, ProviderCall call) {
        budget.objection(call.estimate(), () -> entry.writer().booked(call.job(), call.owner(), mint.now()))
                .ifPresent(objection -> {
                    throw new BudgetExhausted(objection);
                });
        entry.writer().add(call);
        entry.moved(call);
        return call;
    }

    private ProviderCall call(RunningJob job, Ask ask) {
        return new ProviderCall(
                mint.callId(),
                job.id(),
                job.job().owner(),
                ask.part(),
                job.ticket().round(),
                job.job().attempt(),
                ask.provider(),
                ask.model(),
                ask.request(),
                ask.estimate(),
                new CallState.Sending(),
                mint.now(),
                mint.now());
    }

    /** Keeps the handle, also for somebody who has lost the job: it may be asked for by it. */
    ProviderCall accepted(RunningJob job, ProviderCall call, RemoteHandle handle) {
        return journal.insist(entry -> {
            entry.tell(job);
            entry.note(job.event(JobEvent.Kind.ACCEPTED, 0, call.provider(), null));
            return move(entry, call, new CallState.Accepted(handle));
        });
    }

    /** @throws ProviderFailure.Canceled if it is not */
    void requireOurs(RunningJob job) {
        journal.records().read(records -> {
            requireOurs(job, job.isOurs(records));
            return job;
        });
    }

    /**
     * Keeps what was delivered; its images must be safe already.
     *
     * @throws ProviderFailure.Canceled if the job has ended meanwhile; what came is kept as a late result then
     */
    ProviderCall delivered(RunningJob job, ProviderCall call, Delivery delivery) {
        ProviderCall stored = journal.insist(entry -> {
            entry.tell(job);
            ProviderCall moved = move(entry, call, new CallState.ResultStored(delivery));
            if (entry.isOurs(job)) {
                entry.note(job.event(JobEvent.Kind.DELIVERED, 1, call.provider(), null));
                return moved;
            }
            delivery.images().forEach(image -> entry.note(late(job.id(), call, image)));
            return move(entry, moved, new CallState.Done(delivery));
        });
        if (stored.status() == CallStatus.DONE) {
            throw new ProviderFailure.Canceled(
                    "Job %s had ended when its result came; the result is kept".formatted(job.id()));
        }
        return stored;
    }

    static JobEvent late(JobId job, ProviderCall call, ImageDigest image) {
        String message = "%s delivered after the job had ended; the image is kept".formatted(call.provider());
        return new JobEvent(job, "", JobEvent.Kind.LATE_RESULT, 1, message, image);
    }

    /** A call that brought nothing, or of which nobody knows. */
    void ended(RunningJob job, ProviderCall call, CallState end) {
        journal.insist(entry -> {
            entry.tell(job);
            return end(entry, call, end);
        });
    }

    void keepAnswer(ProviderCall call, byte[] answer) {
        if (answer.length > 0) {
            journal.insist(entry -> {
                entry.writer().keepAnswer(call.id(), answer);
                return call;
            });
        }
    }

    /** Part of the transaction that completes the job. */
    void settle(Journal.Entry entry, Delivered delivered) {
        if (delivered.call().status() != CallStatus.DONE) {
            move(entry, delivered.call(), new CallState.Done(delivered.delivery()));
        }
    }

    /**
     * Part of a transaction that ends the job otherwise, when nobody works on it any more: what was not sent never will be, what was sent and not
     * answered is unknown. Calls that a provider accepted stay as they are, since a retry can take them up again.
     */
    void close(Journal.Entry entry, JobId job) {
        entry.writer().calls(job).forEach(call -> close(entry, call));
    }

    void close(Journal.Entry entry, ProviderCall call) {
        if (call.status() == CallStatus.PLANNED) {
            end(entry, call, CallState.Failed.free(FailureCode.CANCELED, "The job ended before anything was sent"));
        }
        if (call.status() == CallStatus.SENDING) {
            end(entry, call, lost(call));
        }
        call.delivery()
                .filter(delivery -> call.status() == CallStatus.RESULT_STORED)
                .ifPresent(delivery -> move(entry, call, new CallState.Done(delivery)));
    }

    /** What becomes of a call that was sent by a worker nobody heard of again. */
    static CallState lost(ProviderCall call) {
        return call.isFree()
                ? CallState.Failed.free(FailureCode.CANCELED, "Its worker was lost")
                : new CallState.OutcomeUnknown("The request to %s left, and its worker was lost before the answer came"
                        .formatted(call.provider()));
    }

    /** Part of a transaction: a call that brought nothing, or of which nobody knows. */
    ProviderCall end(Journal.Entry entry, ProviderCall call, CallState end) {
        ProviderCall moved = move(entry, call, end);
        if (moved.status() == CallStatus.OUTCOME_UNKNOWN && moved.state().equals(end)) {
            entry.note(JobEvent.ofJob(
                    call.job(), JobEvent.Kind.OUTCOME_UNKNOWN, 0, ((CallState.OutcomeUnknown) end).message()));
        }
        return moved;
    }

    /**
     * The call as it stands after these states, one after the other; where somebody else has moved it on so that this is not possible any more, it is
     * left as it is. It is looked up only where it is not what the caller knows.
     */
    ProviderCall move(Journal.Entry entry, ProviderCall call, CallState... next) {
        return moved(entry, call, next).orElseGet(() -> moveOn(entry, call.id(), next));
    }

    private ProviderCall moveOn(Journal.Entry entry, CallId id, CallState... next) {
        ProviderCall now = entry.writer()
                .call(id)
                .orElseThrow(() -> new IllegalStateException("Provider call %s is gone".formatted(id)));
        return moved(entry, now, next).orElse(now);
    }

    /** Empty if it cannot become that, or has another status by now. */
    private Optional<ProviderCall> moved(Journal.Entry entry, ProviderCall from, CallState... next) {
        List<ProviderCall> steps = new ArrayList<>();
        ProviderCall call = from;
        for (CallState state : next) {
            if (!call.status().mayBecome(state.status())) {
                return Optional.empty();
            }
            call = call.become(state, mint.now());
            steps.add(call);
        }
        if (!entry.writer().replace(from, call)) {
            return Optional.empty();
        }
        steps.forEach(entry::moved);
        return Optional.of(call);
    }

    private static void requireOurs(RunningJob job, boolean ours) {
        if (!ours) {
            throw new ProviderFailure.Canceled("Job %s is no longer this worker's".formatted(job.id()));
        }
    }
}
