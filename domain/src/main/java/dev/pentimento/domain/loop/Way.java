package dev.pentimento.domain.loop;

import dev.pentimento.domain.prompt.RefinedPrompt.Strategy;
import java.util.Locale;

/** How the images of an iteration are made. */
public enum Way {
    /** From the original words. */
    ORIGINAL,
    /** By editing the best image so far. */
    EDIT_IMAGE,
    /** Anew, from the same idea. */
    RESAMPLE,
    /** Anew, from other words. */
    REWRITE_PROMPT;

    public static Way of(Strategy strategy) {
        return switch (strategy) {
            case EDIT_IMAGE -> EDIT_IMAGE;
            case RESAMPLE -> RESAMPLE;
            case REWRITE_PROMPT -> REWRITE_PROMPT;
        };
    }

    /** The word in JSON, such as {@code edit_image}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
