package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.ledger.ProviderCall;
import java.util.List;

/**
 * Asks for a failed or cancelled job once more. What a provider delivered for it before is used and not paid again, and a call that a provider has
 * accepted is taken up again.
 */
public interface RetryJob {

    /** @throws dev.pentimento.ports.failure.PentimentoException if there is no such job, or it is a question, which is asked again by who asked it */
    Outcome handle(Command command);

    /**
     * Which one.
     *
     * @param acceptPossibleCharge whether the user knows that a call of unknown outcome may be charged a second time
     * @param priority of whoever asks for it now
     */
    record Command(UserId owner, JobId job, boolean acceptPossibleCharge, Priority priority) {

        /** Of a person. */
        public Command(UserId owner, JobId job, boolean acceptPossibleCharge) {
            this(owner, job, acceptPossibleCharge, Priority.NORMAL);
        }
    }

    /** What became of it. */
    sealed interface Outcome {}

    /** What came of submitting it once more. */
    record Submitted(RefineImage.Submission submission) implements Outcome {}

    /** Calls of the job may have been billed, and would be made again; nothing was done. */
    record MayBeChargedAgain(Job job, List<ProviderCall> calls) implements Outcome {
        public MayBeChargedAgain {
            calls = List.copyOf(calls);
        }
    }

    /** The job is completed, or still under way; nothing was done. */
    record NothingToRetry(Job job) implements Outcome {}
}
