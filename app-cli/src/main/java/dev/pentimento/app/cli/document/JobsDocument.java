package dev.pentimento.app.cli.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.ports.in.ShowJob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Jobs, newest first.
 *
 * @param workedOn whether somebody works on all jobs of the home
 */
public record JobsDocument(List<Listed> jobs, boolean workedOn) {

    /**
     * One job.
     *
     * @param job its fields stand among the others
     * @param provider whose limits it is under
     * @param estimate what those calls would probably cost that were sent
     * @param cost what is known of it
     * @param failure null unless it failed
     * @param endedAt null until it is final
     */
    public record Listed(
            @JsonUnwrapped JobDocument job,
            String conceptId,
            @Nullable String provider,
            CostDocument estimate,
            CostDocument cost,
            @Nullable FailureDocument failure,
            @Nullable String endedAt) {
        static Listed of(ShowJob.Details details) {
            Job job = details.job();
            return new Listed(
                    JobDocument.of(job),
                    job.concept().toString(),
                    job.provider().name(),
                    CostDocument.of(details.history().estimate()),
                    CostDocument.of(details.history().cost()),
                    job.failed().map(Listed::failure).orElse(null),
                    Optional.ofNullable(job.endedAt()).map(Instant::toString).orElse(null));
        }

        private static FailureDocument failure(JobState.Failed failed) {
            return FailureDocument.of(failed.code(), failed.message());
        }
    }

    public static JobsDocument of(List<ShowJob.Details> jobs, boolean workedOn) {
        return new JobsDocument(jobs.stream().map(Listed::of).toList(), workedOn);
    }
}
