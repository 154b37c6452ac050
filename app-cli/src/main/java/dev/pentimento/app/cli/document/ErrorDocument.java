package dev.pentimento.app.cli.document;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.FailureCode;
import org.jspecify.annotations.Nullable;

/** What went wrong, for programs. */
public record ErrorDocument(Failure error) {

    /**
     * The failure.
     *
     * @param jobId null unless a job had been accepted
     */
    public record Failure(
            String code, String message, @Nullable String jobId) {}

    public static ErrorDocument of(FailureCode code, String message, @Nullable JobId job) {
        return new ErrorDocument(new Failure(code.label(), message, job == null ? null : job.toString()));
    }
}
