package dev.pentimento.ports.in;

import dev.pentimento.domain.prompt.Scene;

/** Writes the prompt that a scene lacks. Keeps nothing, and costs nothing, as {@link EvaluateImage}. */
public interface WritePrompt {

    /**
     * @throws dev.pentimento.ports.failure.PentimentoException if nobody writes for nothing
     * @throws IllegalArgumentException if the scene is empty
     */
    Written handle(Scene scene);

    /**
     * The result.
     *
     * @param writer the provider that wrote it
     */
    record Written(String prompt, String writer) {}
}
