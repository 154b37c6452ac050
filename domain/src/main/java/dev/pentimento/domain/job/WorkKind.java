package dev.pentimento.domain.job;

import java.util.Locale;

/** The kinds of work that are limited apart from each other: by quotas, by time and by how many may be under way. */
public enum WorkKind {
    REFINE,
    GENERATE;

    /** The word in JSON, such as {@code refine}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
