package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.ports.out.JobDispatcher.Dispatch;
import java.time.Instant;

/** How jobs get into the queue. */
final class Submitting {
    private Submitting() {}

    static Dispatch dispatch(Job job, Instant now) {
        return new Dispatch(job.id(), String.valueOf(job.provider().name()), Priority.NORMAL, 0, now);
    }
}
