package dev.pentimento.domain.job;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The states of a job, and the one table of legal moves between them. */
public enum JobStatus {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELED;

    private static final Map<JobStatus, Set<JobStatus>> MOVES = Map.of(
            PENDING, EnumSet.of(PROCESSING, FAILED, CANCELED),
            PROCESSING, EnumSet.of(PENDING, COMPLETED, FAILED, CANCELED),
            COMPLETED, EnumSet.noneOf(JobStatus.class),
            // only by a retry, which the user asks for
            FAILED, EnumSet.of(PENDING),
            CANCELED, EnumSet.of(PENDING));

    public boolean mayBecome(JobStatus next) {
        return moves().contains(next);
    }

    /** Whether nothing happens any more, unless the user retries it. */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELED;
    }

    /** The name in JSON, such as {@code pending}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Set<JobStatus> moves() {
        return MOVES.getOrDefault(this, Set.of());
    }
}
