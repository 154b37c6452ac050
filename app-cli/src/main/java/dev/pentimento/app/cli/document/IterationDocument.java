package dev.pentimento.app.cli.document;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.ports.in.ShowBatch.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one iteration made, and what came of it.
 *
 * @param iteration from 1
 * @param way {@code original}, {@code edit_image}, {@code resample} or {@code rewrite_prompt}
 * @param base label of the image that was edited; null where they were made from words alone
 * @param winner label of the best of these images; null where none was judged
 * @param best label of the best of all so far
 * @param bestOverall its score
 */
public record IterationDocument(
        String promptId,
        String conceptId,
        int iteration,
        String way,
        String prompt,
        @Nullable String base,
        String jobId,
        List<MadeImageDocument> images,
        @Nullable String winner,
        @Nullable String best,
        @Nullable Double bestOverall) {
    public IterationDocument {
        images = List.copyOf(images);
    }

    public static IterationDocument of(Shown shown, Iteration iteration, List<MadeImageDocument> images) {
        return new IterationDocument(
                shown.run().item().id(),
                String.valueOf(shown.run().concept()),
                iteration.number(),
                iteration.way().label(),
                iteration.prompt(),
                label(shown, iteration.base()),
                iteration.job().toString(),
                images,
                label(shown, iteration.winner()),
                label(shown, iteration.best()),
                score(shown, iteration.best()));
    }

    static @Nullable String label(Shown shown, @Nullable VersionId version) {
        return version == null ? null : shown.labels().get(version);
    }

    static @Nullable Double score(Shown shown, @Nullable VersionId version) {
        return version == null
                ? null
                : shown.run()
                        .judgement(version)
                        .map(judged -> Json.rounded(judged.score().overall()))
                        .orElse(null);
    }
}
