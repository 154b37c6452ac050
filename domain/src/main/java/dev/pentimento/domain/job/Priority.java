package dev.pentimento.domain.job;

import java.util.Locale;

/** Who goes first when there are fewer workers than jobs; within one priority users take turns. */
public enum Priority {
    /** Somebody waits for it. */
    HIGH,
    NORMAL,
    /** Batches, which give way to everything else. */
    LOW;

    /** The word in JSON, such as {@code normal}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
