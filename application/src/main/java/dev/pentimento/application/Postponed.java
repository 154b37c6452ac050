package dev.pentimento.application;

import dev.pentimento.domain.job.FailureCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Not a failure: the work goes on later, and its worker is free until then. */
final class Postponed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Instant until;
    private final @Nullable FailureCode refusal;

    /** @param why for people; one line */
    Postponed(Instant until, String why) {
        this(until, why, null);
    }

    /** @param refusal what keeps the provider from doing it now; null = it is not the provider */
    Postponed(Instant until, String why, @Nullable FailureCode refusal) {
        super(why, null, false, false);
        this.until = until;
        this.refusal = refusal;
    }

    Instant until() {
        return until;
    }

    Optional<FailureCode> refusal() {
        return Optional.ofNullable(refusal);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
