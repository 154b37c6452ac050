package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.RecordedEvent;
import java.util.function.Consumer;

/** Waits until a job is final, telling what happens meanwhile. */
public interface WatchJob {

    /**
     * Returns the final job. An interrupt ends the waiting, not the job; the job is returned as it then is, and the thread stays interrupted.
     *
     * @throws dev.pentimento.ports.failure.UnknownReference if there is no such job
     * @throws dev.pentimento.ports.failure.StorageFailure if this process works on it and can write nothing down; the job is not lost, and waits
     */
    Job handle(Query query);

    /**
     * Whom to watch.
     *
     * @param after the number of the last event of the job that is known already; 0 = none
     * @param listener called on the waiting thread, for every event after that, each once and in order
     */
    record Query(UserId owner, JobId job, long after, Consumer<RecordedEvent> listener) {
        /** A job of the local user, from its first event on. */
        public static Query of(JobId job, Consumer<JobEvent> listener) {
            return new Query(UserId.LOCAL, job, 0, event -> listener.accept(event.event()));
        }

        /** A job of the local user, waited for in silence. */
        public static Query of(Job job) {
            return of(job.id(), event -> {});
        }
    }
}
