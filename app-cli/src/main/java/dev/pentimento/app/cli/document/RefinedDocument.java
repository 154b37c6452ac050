package dev.pentimento.app.cli.document;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.ports.in.ShowJob;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a completed job made.
 *
 * @param estimate what its calls would probably cost, as it was worked out before they were made
 * @param cost what they cost
 * @param mask null unless the edit was limited to a mask
 * @param notUnderstood words of the prompt that had no effect
 * @param failures why images are missing that were to be made; mostly empty
 */
public record RefinedDocument(
        String jobId,
        String status,
        String conceptId,
        List<VersionDocument> versions,
        String provider,
        String model,
        String promptSent,
        CostDocument estimate,
        CostDocument cost,
        @Nullable MaskDocument mask,
        List<String> notUnderstood,
        List<FailureDocument> failures,
        @Nullable Long durationMs) {
    public static RefinedDocument of(
            ShowJob.Details details,
            JobState.Completed completed,
            List<Located> versions,
            List<FailureDocument> failures) {
        Job job = details.job();
        ProviderReport report = completed.report();
        return new RefinedDocument(
                job.id().toString(),
                job.status().label(),
                job.concept().toString(),
                versions.stream().map(VersionDocument::of).toList(),
                report.provider(),
                report.model(),
                report.promptSent(),
                CostDocument.of(details.history().estimate()),
                CostDocument.of(report.cost()),
                MaskDocument.worst(versions.stream()
                        .map(located -> MaskDocument.check(located.version()))
                        .flatMap(Optional::stream)
                        .toList()),
                report.notUnderstood(),
                failures,
                job.duration().map(Duration::toMillis).orElse(null));
    }
}
