package dev.pentimento.application;

import java.time.Instant;

/** Not a failure: the work goes on later, and its worker is free until then. */
final class Postponed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Instant until;

    /** @param why for people; one line */
    Postponed(Instant until, String why) {
        super(why, null, false, false);
        this.until = until;
    }

    Instant until() {
        return until;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
