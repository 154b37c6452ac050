package dev.pentimento.domain.ledger;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The states of a provider call, and the one table of legal moves between them. */
public enum CallStatus {
    /** The money is reserved; nothing was sent. In homes of earlier versions alone. */
    PLANNED,
    /** The first byte may have left. */
    SENDING,
    /** The provider gave a handle. */
    ACCEPTED,
    /** What it delivered is safe. */
    RESULT_STORED,
    /** Delivered and settled. */
    DONE,
    FAILED,
    /** It may be on the bill and nobody knows what became of it. */
    OUTCOME_UNKNOWN;

    private static final Map<CallStatus, Set<CallStatus>> MOVES = Map.of(
            PLANNED, EnumSet.of(SENDING, FAILED),
            SENDING, EnumSet.of(ACCEPTED, RESULT_STORED, DONE, FAILED, OUTCOME_UNKNOWN),
            ACCEPTED, EnumSet.of(RESULT_STORED, DONE, FAILED, OUTCOME_UNKNOWN),
            RESULT_STORED, EnumSet.of(DONE, FAILED),
            DONE, EnumSet.noneOf(CallStatus.class),
            FAILED, EnumSet.noneOf(CallStatus.class),
            // somebody who was given up came back with news
            OUTCOME_UNKNOWN, EnumSet.of(ACCEPTED, RESULT_STORED, FAILED));

    public boolean mayBecome(CallStatus next) {
        return MOVES.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether it is still under way. */
    public boolean isOpen() {
        return this == PLANNED || this == SENDING || this == ACCEPTED || this == RESULT_STORED;
    }

    /** The word in JSON, such as {@code outcome_unknown}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
