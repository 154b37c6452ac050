package dev.pentimento.domain.job;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.image.ImageDigest;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a job.
 *
 * @param stage the stage's name, such as {@code load_base_image}; empty for what concerns the whole job
 * @param progress of the whole job, 0..1
 * @param message for people; may be empty
 * @param image in the vault, such as a partial one; null = the event has none
 */
public record JobEvent(
        JobId job,
        String stage,
        Kind kind,
        double progress,
        String message,
        @Nullable ImageDigest image) {

    public JobEvent(JobId job, String stage, Kind kind, double progress, String message) {
        this(job, stage, kind, progress, message, null);
    }

    /** Of the whole job. */
    public static JobEvent ofJob(JobId job, Kind kind, double progress, String message) {
        return new JobEvent(job, "", kind, progress, message, null);
    }

    /** What happened. */
    public enum Kind {
        /** To the whole job: it waits, also after a retry. */
        SUBMITTED,
        /** To the whole job: a worker has begun an attempt. */
        BEGUN,
        /** To the whole job: it goes on later; the message says why and when. */
        POSTPONED,
        /** To the whole job: its provider could not do it, and the next one goes on; the message says why and which. */
        HANDED_ON,
        /** To a stage, as the next four. */
        STARTED,
        PROGRESSED,
        COMPLETED,
        SKIPPED,
        FAILED,
        /** A provider was asked. */
        SENT,
        /** A provider took the request and gave a handle to it. */
        ACCEPTED,
        /** A provider sent a picture that is not finished yet. */
        PARTIAL_IMAGE,
        /** What a provider delivered is safe. */
        DELIVERED,
        /** A call may have been billed and nobody knows what became of it. */
        OUTCOME_UNKNOWN,
        /** A result came after the job had ended; it is kept. */
        LATE_RESULT,
        /** To the whole job: it is final. The message says why, where it was not completed. */
        ENDED
    }
}
