package dev.pentimento.domain.job;

import java.util.Locale;

/** What a critic or a writer is asked for. */
public enum Topic {
    /** By what questions an image can be judged. */
    CHECKLIST,
    /** How well an image does what was asked for. */
    EVALUATION,
    /** What words would mend an image. */
    REFINEMENT,
    /** What words would make an image of a scene. */
    PROMPT;

    /** The word in JSON, such as {@code checklist}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
