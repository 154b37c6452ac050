package dev.pentimento.domain.job;

import dev.pentimento.domain.identity.JobId;

/**
 * One thing that happened to a job.
 *
 * @param stage the stage's name, such as {@code load_base_image}
 * @param progress of the whole job, 0..1
 * @param message for people; may be empty
 */
public record JobEvent(JobId job, String stage, Kind kind, double progress, String message) {

    /** What happened to the stage. */
    public enum Kind {
        STARTED,
        PROGRESSED,
        COMPLETED,
        SKIPPED,
        FAILED,
        /** Not of a stage: the whole job is final. */
        ENDED
    }
}
