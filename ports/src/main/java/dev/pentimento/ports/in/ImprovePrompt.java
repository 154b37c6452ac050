package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;

/** Judges an image and words its prompt anew by what it lacks. Keeps nothing, and costs nothing, as {@link EvaluateImage}. */
public interface ImprovePrompt {

    /** Throws as {@link EvaluateImage#handle}. */
    Improved handle(Query query);

    /**
     * What to improve.
     *
     * @param scene what was asked for, in the original words
     * @param prompt from which the image was made
     */
    record Query(UserId owner, RefineImage.Picture picture, Scene scene, String prompt) {}

    /**
     * The result.
     *
     * @param refined its text is the prompt as it was where nothing better is known
     * @param writer the provider that wrote it
     */
    record Improved(EvaluateImage.Judgement judgement, RefinedPrompt refined, String writer) {}
}
