package dev.pentimento.adapters.web.batches;

import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.BatchStatus;
import dev.pentimento.domain.loop.Mishap;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.ports.in.ShowBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch with what became of each prompt.
 *
 * @param underWay whether this server is working on it
 * @param status {@code running} as long as a prompt is not over; else {@code canceled} where one was called off, {@code done}, {@code partly_failed} or {@code failed}
 * @param budgetMicroUsd null = only what the configuration says
 */
record BatchDocument(
        String batchId,
        String createdAt,
        String status,
        boolean underWay,
        int variants,
        int maxIterations,
        double target,
        @Nullable Long budgetMicroUsd,
        List<PromptDocument> prompts,
        List<Trouble> errors) {

    /**
     * Something that went wrong, whether or not its prompt went on.
     *
     * @param iteration from 1; 0 = before the first
     */
    record Trouble(String promptId, int iteration, String code, String message, String at) {}

    static BatchDocument of(ShowBatch.Details details, boolean underWay) {
        Batch batch = details.batch();
        List<Run> runs = details.runs().stream().map(ShowBatch.Shown::run).toList();
        return new BatchDocument(
                batch.id().toString(),
                Timestamps.of(batch.createdAt()),
                BatchStatus.of(runs).label(),
                underWay,
                batch.rules().variants(),
                batch.rules().maxIterations(),
                batch.rules().target(),
                batch.budget().isPresent() ? (Long) batch.budget().getAsLong() : null,
                details.runs().stream().map(PromptDocument::of).toList(),
                details.mishaps().stream().map(BatchDocument::trouble).toList());
    }

    private static Trouble trouble(Mishap mishap) {
        return new Trouble(
                mishap.item(), mishap.iteration(), mishap.code().label(), mishap.message(), Timestamps.of(mishap.at()));
    }

    /** Whether each of its prompts has come to its end. */
    boolean isOver() {
        return !status.equals(BatchStatus.RUNNING.label());
    }
}
