package dev.pentimento.ports.in;

import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Score;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.prompt.Scene;

/**
 * Judges one image by what was asked for, as the loop does. Keeps nothing, and asks nobody who might charge for it: a paid call is entered in the ledger
 * of a job, and there is none.
 */
public interface EvaluateImage {

    /**
     * @throws dev.pentimento.ports.failure.PentimentoException if there is no such image, or nobody judges for nothing
     * @throws IllegalArgumentException if the scene is empty
     */
    Judgement handle(Query query);

    /**
     * What to judge by what.
     *
     * @param scene in the original words
     */
    record Query(UserId owner, RefineImage.Picture picture, Scene scene) {}

    /**
     * The result.
     *
     * @param writer the provider that wrote the checklist
     * @param critic the provider that judged
     */
    record Judgement(
            Scene scene, Checklist checklist, Evaluation evaluation, Score score, String writer, String critic) {}
}
