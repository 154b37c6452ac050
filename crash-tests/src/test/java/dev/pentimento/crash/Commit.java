package dev.pentimento.crash;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transactions of the life of a job, recognised by what they write; where one writes what several do, the first in this order is meant. */
enum Commit {
    SUBMITTED,
    COMPLETED,
    FAILED,
    CANCELED,
    RETRIED,
    BEGUN,
    HANDED_ON,
    REQUEUED,
    GIVEN_BACK,
    SENDING,
    ACCEPTED,
    RESULT_STORED,
    CALL_ENDED,
    ANSWER_KEPT,
    LEASED,
    TOLD,
    LED;

    /** As the application names the thread that puts right what lost workers have left. */
    private static final String RECONCILER = "pentimento-reconciler";

    CommitPoint before() {
        return CommitPoint.valueOf("BEFORE_" + name());
    }

    CommitPoint after() {
        return CommitPoint.valueOf("AFTER_" + name());
    }

    /**
     * What a deed at the records is part of.
     *
     * @param method of {@link dev.pentimento.ports.out.RecordWriter}
     * @param caller the name of the thread that asked for the transaction; another may do it
     */
    static Optional<Commit> of(String method, @Nullable Object @Nullable [] arguments, String caller) {
        return switch (method) {
            case "add" -> ofAdding(arguments == null ? null : arguments[0]);
            case "replace" -> arguments == null ? Optional.empty() : ofReplacing(arguments[0], arguments[1], caller);
            case "keepAnswer" -> Optional.of(ANSWER_KEPT);
            case "append" -> Optional.of(TOLD);
            case "lead" -> Optional.of(LED);
            default -> Optional.empty();
        };
    }

    private static Optional<Commit> ofAdding(@Nullable Object added) {
        if (added instanceof Job) {
            return Optional.of(SUBMITTED);
        }
        return added instanceof ProviderCall ? Optional.of(SENDING) : Optional.empty();
    }

    private static Optional<Commit> ofReplacing(@Nullable Object current, @Nullable Object next, String caller) {
        if (current instanceof Job from && next instanceof Job to) {
            return Optional.of(ofMoving(from, to, caller));
        }
        if (current instanceof Ticket from && next instanceof Ticket to) {
            return isExtension(from.lease(), to.lease()) ? Optional.of(LEASED) : Optional.empty();
        }
        return next instanceof ProviderCall call ? ofMoving(call.status()) : Optional.empty();
    }

    private static Commit ofMoving(Job from, Job to, String caller) {
        return switch (to.status()) {
            case COMPLETED -> COMPLETED;
            case FAILED -> FAILED;
            case CANCELED -> CANCELED;
            case PROCESSING -> BEGUN;
            case PENDING -> from.provider().equals(to.provider()) ? ofReturning(from.status(), caller) : HANDED_ON;
        };
    }

    private static Commit ofReturning(JobStatus from, String caller) {
        if (from.isFinal()) {
            return RETRIED;
        }
        return caller.equals(RECONCILER) ? REQUEUED : GIVEN_BACK;
    }

    private static boolean isExtension(@Nullable Lease from, @Nullable Lease to) {
        return from != null && to != null && from.holder().equals(to.holder());
    }

    private static Optional<Commit> ofMoving(CallStatus status) {
        return switch (status) {
            case ACCEPTED -> Optional.of(ACCEPTED);
            case RESULT_STORED -> Optional.of(RESULT_STORED);
            case FAILED, OUTCOME_UNKNOWN -> Optional.of(CALL_ENDED);
            case PLANNED, SENDING, DONE -> Optional.empty();
        };
    }
}
