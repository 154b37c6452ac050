package dev.pentimento.domain.job;

import dev.pentimento.domain.identity.JobId;

/** A job was asked to make a move that the table of {@link JobStatus} does not allow. */
public final class IllegalTransitionException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    IllegalTransitionException(JobId job, JobStatus from, JobStatus to) {
        super("Job %s is %s and cannot become %s".formatted(job, from.label(), to.label()));
    }
}
