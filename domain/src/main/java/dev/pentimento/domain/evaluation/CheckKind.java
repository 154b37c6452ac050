package dev.pentimento.domain.evaluation;

import java.util.Locale;

/** What a check looks at. */
public enum CheckKind {
    OBJECT,
    ATTRIBUTE,
    COUNT,
    RELATION,
    ACTION,
    TEXT,
    STYLE,
    MOOD,
    COMPOSITION,
    /** Something that must not be there. */
    NEGATION;

    /** The word in JSON, such as {@code object}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
