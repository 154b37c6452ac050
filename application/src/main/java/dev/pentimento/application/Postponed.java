package dev.pentimento.application;

import java.time.Instant;

/** The job can go on, but not now. */
final class Postponed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Instant until;

    /** @param message for people: what it waits for */
    Postponed(Instant until, String message) {
        super(message, null, false, false);
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
