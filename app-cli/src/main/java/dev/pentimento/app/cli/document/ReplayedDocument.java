package dev.pentimento.app.cli.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pentimento.ports.in.ReplayVersion.Replayed;
import dev.pentimento.ports.in.ReplayVersion.Step;
import dev.pentimento.ports.in.ShowJob;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a replay made, and how it compares.
 *
 * @param last what the last step made; its fields stand among the others
 * @param replayOf id of the version that was made again
 * @param identical whether the files are
 * @param changedPercent of the pixels; null when the sizes differ
 */
public record ReplayedDocument(
        @JsonUnwrapped RefinedDocument last,
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
            Replayed replayed,
            ShowJob.Details last,
            Located version,
            List<FailureDocument> failures,
            Optional<Double> changedPercent) {
        return new ReplayedDocument(
                RefinedDocument.of(last, last.job().completed().orElseThrow(), List.of(version), failures),
                replayed.original().id().toString(),
                replayed.isReproducedBy(version.version()),
                changedPercent.map(Json::rounded).orElse(null),
                replayed.steps().stream().map(ReplayedStep::of).toList());
    }
}
