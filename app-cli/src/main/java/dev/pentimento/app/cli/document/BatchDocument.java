package dev.pentimento.app.cli.document;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.BatchStatus;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.RunStatus;
import dev.pentimento.ports.in.ShowBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch in short.
 *
 * @param outputDir absolute
 * @param status {@code running} while one prompt is; else {@code canceled} where one was called off, {@code done}, {@code partly_failed} or {@code failed}
 * @param meanBest of the best images' scores; null where no image was judged
 */
public record BatchDocument(
        String batchId,
        String createdAt,
        String outputDir,
        String status,
        Rules rules,
        List<RunDocument> prompts,
        int succeeded,
        int failed,
        int canceled,
        @Nullable Double meanBest,
        CostDocument cost,
        List<Trouble> errors) {

    /** The rules of its loop. */
    public record Rules(
            int variants,
            int maxIterations,
            double target,
            @Nullable Long budgetMicroUsd) {}

    /** Something that went wrong, whether or not its prompt went on. */
    public record Trouble(String promptId, int iteration, String code, String message, String at) {}

    public static BatchDocument of(ShowBatch.Details details, String outputDir, List<RunDocument> prompts) {
        Batch batch = details.batch();
        List<Run> runs = details.runs().stream().map(ShowBatch.Shown::run).toList();
        return new BatchDocument(
                batch.id().toString(),
                batch.createdAt().toString(),
                outputDir,
                BatchStatus.of(runs).label(),
                rules(batch),
                prompts,
                count(runs, RunStatus.DONE),
                count(runs, RunStatus.FAILED),
                count(runs, RunStatus.CANCELED),
                meanBest(prompts),
                CostDocument.of(
                        details.runs().stream().map(ShowBatch.Shown::cost).reduce(Cost.free(), Cost::plus)),
                details.mishaps().stream()
                        .map(mishap -> new Trouble(
                                mishap.item(),
                                mishap.iteration(),
                                mishap.code().label(),
                                mishap.message(),
                                mishap.at().toString()))
                        .toList());
    }

    private static Rules rules(Batch batch) {
        return new Rules(
                batch.rules().variants(),
                batch.rules().maxIterations(),
                batch.rules().target(),
                batch.budget().isPresent() ? Long.valueOf(batch.budget().getAsLong()) : null);
    }

    private static int count(List<Run> runs, RunStatus status) {
        return (int) runs.stream().filter(run -> run.status() == status).count();
    }

    private static @Nullable Double meanBest(List<RunDocument> prompts) {
        return prompts.stream()
                .map(RunDocument::best)
                .filter(best -> best != null)
                .mapToDouble(best -> best.score().overall())
                .average()
                .stream()
                .mapToObj(Json::rounded)
                .findFirst()
                .orElse(null);
    }
}
