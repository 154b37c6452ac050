package dev.pentimento.domain.job;

import java.util.Locale;

/** The kinds of work. Those that make images are limited apart from each other: by quotas, by time and by how many may be under way. */
public enum WorkKind {
    REFINE,
    GENERATE,
    /** Limited by budgets alone, and never in a queue. */
    ASK;

    /** Whether images come of it; so there are quotas of it, and it is shown where images are. */
    public boolean makesImages() {
        return this != ASK;
    }

    /** The word in JSON, such as {@code refine}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
