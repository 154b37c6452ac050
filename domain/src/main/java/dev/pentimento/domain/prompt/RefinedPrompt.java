package dev.pentimento.domain.prompt;

import java.util.List;

/**
 * A better prompt, and how to go on with it.
 *
 * @param changes what is different and why, for people
 */
public record RefinedPrompt(String text, List<String> changes, Strategy strategy) {
    public RefinedPrompt {
        text = text.strip();
        changes = List.copyOf(changes);
    }

    /** What is done with a better prompt. */
    public enum Strategy {
        /** The best image so far is edited. */
        EDIT_IMAGE,
        /** The same is made anew. */
        RESAMPLE,
        /** Something else is made. */
        REWRITE_PROMPT
    }
}
