package dev.pentimento.ports.in;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;

/** Judges an image and words its prompt anew by what it lacks. On the terms of {@link EvaluateImage}. */
public interface ImprovePrompt {

    /**
     * Throws as {@link EvaluateImage#handle}; {@link dev.pentimento.ports.failure.ProviderFailure.Unintelligible} with the cost of everything also where
     * the writer's answer is no prompt but words about one.
     */
    Improved handle(Query query);

    /**
     * What to improve.
     *
     * @param scene what was asked for, in the original words
     * @param prompt from which the image was made
     */
    record Query(UserId owner, RefineImage.Picture picture, Scene scene, String prompt, EvaluateImage.Terms terms) {}

    /**
     * The result.
     *
     * @param refined its text is the prompt as it was where nothing better is known
     * @param writer the provider that wrote it
     * @param cost of all that was asked now, the judgement among it
     */
    record Improved(EvaluateImage.Judgement judgement, RefinedPrompt refined, String writer, Cost cost) {}
}
