package dev.pentimento.ports.in;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.prompt.Scene;

/** Writes the prompt that a scene lacks. On the terms of {@link EvaluateImage}. */
public interface WritePrompt {

    /**
     * @throws dev.pentimento.ports.failure.PentimentoException if nobody writes, or a provider fails, as with {@link EvaluateImage#handle};
     *     {@link dev.pentimento.ports.failure.ProviderFailure.Unintelligible} with its cost also where the answer is no prompt but words about one
     * @throws IllegalArgumentException if the scene is empty
     */
    Written handle(Query query);

    /** For which scene. */
    record Query(UserId owner, Scene scene, EvaluateImage.Terms terms) {}

    /**
     * The result.
     *
     * @param writer the provider that wrote it
     * @param cost of asking it now; an answer that was kept costs nothing
     */
    record Written(String prompt, String writer, Cost cost) {}
}
