package dev.pentimento.app.cli.document;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.ports.in.ShowBatch.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one prompt went through the loop.
 *
 * @param status {@code running}, {@code done}, {@code failed} or {@code canceled}
 * @param stopReason null while it is running
 * @param message what happened; null where the reason says it all
 * @param best null as long as no image was selected
 */
public record RunDocument(
        String id,
        @Nullable String conceptId,
        String status,
        @Nullable String stopReason,
        @Nullable String message,
        List<Step> iterations,
        @Nullable Best best,
        CostDocument cost) {
    public RunDocument {
        iterations = List.copyOf(iterations);
    }

    /**
     * One iteration in short.
     *
     * @param overall the score of its best image; null where none was judged
     * @param bestSoFar never less than in the iteration before
     */
    public record Step(
            int iteration,
            String way,
            String prompt,
            int images,
            @Nullable Double overall,
            @Nullable Double bestSoFar) {}

    /**
     * The best image.
     *
     * @param file beside this document
     */
    public record Best(String file, int iteration, String versionId, String label, ScoreDocument score) {}

    /** @param bestFile its name; empty where there is none */
    public static RunDocument of(Shown shown, String bestFile) {
        Run run = shown.run();
        Run.Ending ending = run.ending();
        return new RunDocument(
                run.item().id(),
                run.concept() == null ? null : run.concept().toString(),
                run.status().label(),
                ending == null ? null : ending.reason().label(),
                ending == null || ending.message().isEmpty() ? null : ending.message(),
                run.iterations().stream()
                        .map(iteration -> step(shown, iteration))
                        .toList(),
                best(shown, bestFile),
                CostDocument.of(shown.cost()));
    }

    private static Step step(Shown shown, Iteration iteration) {
        return new Step(
                iteration.number(),
                iteration.way().label(),
                iteration.prompt(),
                shown.images(iteration.number()).size(),
                IterationDocument.score(shown, iteration.winner()),
                IterationDocument.score(shown, iteration.best()));
    }

    private static @Nullable Best best(Shown shown, String file) {
        VersionId best = shown.run().best().orElse(null);
        if (best == null) {
            return null;
        }
        return shown.run()
                .judgement(best)
                .map(judged -> new Best(
                        file,
                        shown.run().origin(best).map(Iteration::number).orElse(0),
                        best.toString(),
                        String.valueOf(shown.labels().get(best)),
                        ScoreDocument.of(judged.score())))
                .orElse(null);
    }
}
