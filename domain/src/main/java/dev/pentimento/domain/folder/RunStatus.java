package dev.pentimento.domain.folder;

import dev.pentimento.domain.job.JobStatus;

/** Where a job stands, in the words of those who read folders: they call a concept a run. */
public enum RunStatus {
    PENDING,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    public static RunStatus of(JobStatus status) {
        return switch (status) {
            case PENDING -> PENDING;
            case PROCESSING -> RUNNING;
            case COMPLETED -> COMPLETED;
            case FAILED -> FAILED;
            case CANCELED -> CANCELLED;
        };
    }
}
