package dev.pentimento.adapters.web.batches;

import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.ports.in.RunBatch;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a batch.
 *
 * @param seq from 1 without gaps, since this process has the batch in hand
 * @param type {@code begun}, {@code step}, {@code selected} or {@code over}
 * @param promptId null where it concerns all of them
 * @param iteration from 1; 0 where it concerns none
 * @param step {@code generate}, {@code ask}, {@code judge}, {@code compare} or {@code refine}; null unless one begins
 * @param progress how much of the prompt's way is behind it if it goes on to its last iteration, 0..1; null where a step that says so follows
 * @param bestSoFar the score of its best image; null as long as there is none
 * @param stopReason why it is over; null unless it is
 * @param costMicroUsd of the prompt so far; null where nobody knows
 */
record BatchEvent(
        long seq,
        String type,
        String batchId,
        String timestamp,
        @Nullable String promptId,
        int iteration,
        @Nullable String step,
        @Nullable Double progress,
        @Nullable Double bestSoFar,
        @Nullable String stopReason,
        @Nullable Long costMicroUsd) {

    /** An event that has no number yet. */
    @FunctionalInterface
    interface Told {
        BatchEvent as(long seq);
    }

    static Told of(RunBatch.News news, Instant now) {
        return news.match(
                begun -> seq -> new BatchEvent(
                        seq,
                        "begun",
                        begun.batch().id().toString(),
                        Timestamps.of(now),
                        null,
                        0,
                        null,
                        0.0,
                        null,
                        null,
                        null),
                stepped -> seq -> of(
                        seq,
                        "step",
                        now,
                        stepped.run(),
                        stepped.iteration(),
                        stepped.step().name().toLowerCase(Locale.ROOT),
                        stepped.share(),
                        stepped.cost()),
                selected -> seq ->
                        of(seq, "selected", now, selected.run(), selected.iteration(), null, null, selected.cost()),
                over -> seq ->
                        of(seq, "over", now, over.run(), over.run().iterations().size(), null, 1.0, over.cost()));
    }

    private static BatchEvent of(
            long seq,
            String type,
            Instant now,
            Run run,
            int iteration,
            @Nullable String step,
            @Nullable Double progress,
            Cost cost) {
        Run.Ending ending = run.ending();
        return new BatchEvent(
                seq,
                type,
                run.batch().toString(),
                Timestamps.of(now),
                run.item().id(),
                iteration,
                step,
                progress,
                run.bestJudgement().map(judged -> judged.score().overall()).orElse(null),
                ending == null ? null : ending.reason().label(),
                micros(cost));
    }

    static @Nullable Long micros(Cost cost) {
        return cost.microUsd().isPresent() ? (Long) cost.microUsd().getAsLong() : null;
    }
}
