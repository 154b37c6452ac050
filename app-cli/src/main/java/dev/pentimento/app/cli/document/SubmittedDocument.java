package dev.pentimento.app.cli.document;

import dev.pentimento.domain.job.Job;

/** A job that is left to others, as it stands. */
public record SubmittedDocument(String jobId, String status, String conceptId) {
    public static SubmittedDocument of(Job job) {
        return new SubmittedDocument(
                job.id().toString(), job.status().label(), job.concept().toString());
    }
}
