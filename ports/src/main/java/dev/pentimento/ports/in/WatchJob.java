package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import java.util.function.Consumer;

/** Waits until a job is final, telling what happens meanwhile. */
public interface WatchJob {

    /**
     * Returns the final job. An interrupt ends the waiting, not the job; the job is returned as it then is, and the thread stays interrupted.
     *
     * @throws dev.pentimento.ports.failure.UnknownReference if there is no such job
     */
    Job handle(Query query);

    /**
     * Whom to watch.
     *
     * @param listener called on the waiting thread, from the job's first event on as far as this process knows it
     */
    record Query(UserId owner, JobId job, Consumer<JobEvent> listener) {
        /** A job of the local user, waited for in silence. */
        public static Query of(Job job) {
            return new Query(UserId.LOCAL, job.id(), event -> {});
        }
    }
}
