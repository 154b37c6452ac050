package dev.pentimento.domain.refinement;

import java.util.Locale;

/** The three things that may be asked of an image. */
public enum RefinementKind {
    PROMPT,
    SUBJECT,
    TEXT;

    /** The name on the command line and in the HTTP API, such as {@code subject}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
