package dev.pentimento.adapters.web.batches;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.loop.Assessment;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.ports.in.ShowBatch.Shown;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one prompt went through the loop.
 *
 * @param conceptId of all its images; null before the first round
 * @param status {@code running}, {@code done}, {@code failed} or {@code canceled}
 * @param stopReason null while it is running
 * @param message what happened; null where the reason says it all
 * @param best null as long as no image was selected
 * @param costMicroUsd null where nobody knows
 * @param costBasis {@code estimated}, {@code reported} or {@code unknown}
 */
record PromptDocument(
        String id,
        @Nullable String conceptId,
        String status,
        @Nullable String stopReason,
        @Nullable String message,
        List<Round> iterations,
        @Nullable Best best,
        @Nullable Long costMicroUsd,
        String costBasis) {
    /**
     * One round.
     *
     * @param jobId what makes its images, for {@code /api/tasks/{id}} and its events
     * @param versionIds its images, in the order of the variants
     * @param overall the score of its best image; null where none was judged
     * @param bestSoFar never less than in the round before
     */
    record Round(
            int iteration,
            String way,
            String prompt,
            String jobId,
            List<String> versionIds,
            @Nullable Double overall,
            @Nullable Double bestSoFar) {}

    /** The best image, for {@code /api/storage/concept/{version_id}}. */
    record Best(String versionId, int iteration, double overall, double adherence, double quality) {}

    static PromptDocument of(Shown shown) {
        Run run = shown.run();
        Run.Ending ending = run.ending();
        return new PromptDocument(
                run.item().id(),
                run.concept() == null ? null : run.concept().toString(),
                run.status().label(),
                ending == null ? null : ending.reason().label(),
                ending == null || ending.message().isEmpty() ? null : ending.message(),
                run.iterations().stream()
                        .map(iteration -> round(shown, iteration))
                        .toList(),
                run.best().flatMap(run::judgement).map(best -> best(run, best)).orElse(null),
                BatchEvent.micros(shown.cost()),
                shown.cost().basis().name().toLowerCase(Locale.ROOT));
    }

    private static Round round(Shown shown, Iteration iteration) {
        return new Round(
                iteration.number(),
                iteration.way().label(),
                iteration.prompt(),
                iteration.job().toString(),
                shown.images(iteration.number()).stream()
                        .map(VersionId::toString)
                        .toList(),
                overall(shown.run(), iteration.winner()),
                overall(shown.run(), iteration.best()));
    }

    private static @Nullable Double overall(Run run, @Nullable VersionId version) {
        return version == null
                ? null
                : run.judgement(version).map(judged -> judged.score().overall()).orElse(null);
    }

    private static Best best(Run run, Assessment.Judged judged) {
        return new Best(
                judged.version().toString(),
                run.origin(judged.version()).map(Iteration::number).orElse(0),
                judged.score().overall(),
                judged.score().adherence(),
                judged.score().quality());
    }
}
