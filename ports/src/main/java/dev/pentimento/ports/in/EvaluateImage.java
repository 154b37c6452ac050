package dev.pentimento.ports.in;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Score;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Topic;
import dev.pentimento.domain.prompt.Scene;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges one image by what was asked for, as the loop does. Who promises to cost nothing is asked without a trace; every other question is a job of its
 * own, asked at most once, and its answer is kept for whoever asks the same.
 */
public interface EvaluateImage {

    /**
     * @throws dev.pentimento.ports.failure.PentimentoException if there is no such image, nobody judges, or a provider fails; with an unknown outcome
     *     also where a question was asked before that may have been charged
     * @throws IllegalArgumentException if the scene is empty
     */
    Judgement handle(Query query);

    /**
     * What to judge by what.
     *
     * @param scene in the original words
     */
    record Query(UserId owner, RefineImage.Picture picture, Scene scene, Terms terms) {}

    /**
     * A question that is about to be asked.
     *
     * @param provider who is asked
     * @param estimate what it will probably cost
     */
    record Asked(Topic topic, String provider, Cost estimate) {}

    /**
     * On which terms critics and writers are asked.
     *
     * @param provider who is asked; null = the first configured one that can
     * @param budget what all of it together may cost, in micro-USD; empty = no limit of its own
     * @param again whether to ask, and pay, also where an answer is kept
     * @param acceptPossibleCharge whether to ask also where an earlier question may have been charged and brought nothing
     * @param listener told what is asked next, and four times a second while that has to wait; what it throws ends the asking. What was sent is
     *     waited for all the same
     */
    record Terms(
            @Nullable String provider,
            OptionalLong budget,
            boolean again,
            boolean acceptPossibleCharge,
            Consumer<Asked> listener) {
        /** Whoever is configured, at any price that the budgets allow. */
        public static final Terms USUAL = new Terms(null, OptionalLong.empty(), false, false, asked -> {});

        /** For what comes after something that cost {@code cost}. */
        public Terms after(Cost cost) {
            return budget.isEmpty()
                    ? this
                    : new Terms(
                            provider,
                            OptionalLong.of(Math.max(
                                    0, budget.getAsLong() - cost.microUsd().orElse(0))),
                            again,
                            acceptPossibleCharge,
                            listener);
        }
    }

    /**
     * The result.
     *
     * @param writer the provider that wrote the checklist
     * @param critic the provider that judged
     * @param cost of what was asked now; answers that were kept cost nothing
     */
    record Judgement(
            Scene scene,
            Checklist checklist,
            Evaluation evaluation,
            Score score,
            String writer,
            String critic,
            Cost cost) {}
}
