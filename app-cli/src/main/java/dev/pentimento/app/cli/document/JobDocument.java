package dev.pentimento.app.cli.document;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.ProviderReport;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job with what was asked for and what its provider reported.
 *
 * @param report null unless it completed
 */
public record JobDocument(
        String jobId,
        String status,
        WorkDocument work,
        @Nullable Report report,
        int attempt,
        String createdAt,
        @Nullable Long durationMs) {

    /** What a provider says it did, and what was done for it. */
    public record Report(
            String provider,
            String model,
            String promptSent,
            List<String> notUnderstood,
            CostDocument cost,
            List<TreatmentDocument> treatments) {
        static Report of(ProviderReport report) {
            return new Report(
                    report.provider(),
                    report.model(),
                    report.promptSent(),
                    report.notUnderstood(),
                    CostDocument.of(report.cost()),
                    report.treatments().stream().map(TreatmentDocument::of).toList());
        }
    }

    static JobDocument of(Job job) {
        return new JobDocument(
                job.id().toString(),
                job.status().label(),
                WorkDocument.of(job.work()),
                job.completed().map(JobState.Completed::report).map(Report::of).orElse(null),
                job.attempt(),
                job.createdAt().toString(),
                job.duration().map(Duration::toMillis).orElse(null));
    }
}
