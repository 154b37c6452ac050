package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;

/** Takes a job back; a final job stays as it is. */
public interface CancelJob {

    /**
     * Returns the job as it is afterwards.
     *
     * @throws dev.pentimento.ports.failure.UnknownReference if there is no such job
     */
    Job handle(Command command);

    /** Which one. */
    record Command(UserId owner, JobId job) {}
}
