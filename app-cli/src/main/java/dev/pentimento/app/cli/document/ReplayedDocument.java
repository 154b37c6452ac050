package dev.pentimento.app.cli.document;

import dev.pentimento.domain.job.JobState;
import dev.pentimento.ports.in.ReplayVersion.Replayed;
import dev.pentimento.ports.in.ReplayVersion.Step;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a replay made: as {@link RefinedDocument}, of the last step, and how it compares.
 *
 * @param replayOf id of the version that was made again
 * @param identical whether the files are
 * @param changedPercent of the pixels; null when the sizes differ
 */
public record ReplayedDocument(
        String jobId,
        String status,
        String conceptId,
        List<VersionDocument> versions,
        String provider,
        String model,
        String promptSent,
        CostDocument cost,
        @Nullable MaskDocument mask,
        List<String> notUnderstood,
        @Nullable Long durationMs,
        String replayOf,
        boolean identical,
        @Nullable Double changedPercent,
        List<ReplayedStep> steps) {

    /** One version, and what stands for it now. */
    public record ReplayedStep(String original, String jobId, String versionId) {
        static ReplayedStep of(Step step) {
            return new ReplayedStep(
                    step.original().toString(),
                    step.job().id().toString(),
                    step.made().orElseThrow().toString());
        }
    }

    public static ReplayedDocument of(
            Replayed replayed, JobState.Completed completed, Located version, Optional<Double> changedPercent) {
        RefinedDocument last = RefinedDocument.of(replayed.lastStep().job(), completed, List.of(version));
        return new ReplayedDocument(
                last.jobId(),
                last.status(),
                last.conceptId(),
                last.versions(),
                last.provider(),
                last.model(),
                last.promptSent(),
                last.cost(),
                last.mask(),
                last.notUnderstood(),
                last.durationMs(),
                replayed.original().id().toString(),
                version.version()
                        .image()
                        .digest()
                        .equals(replayed.original().image().digest()),
                changedPercent.map(Json::rounded).orElse(null),
                replayed.steps().stream().map(ReplayedStep::of).toList());
    }
}
