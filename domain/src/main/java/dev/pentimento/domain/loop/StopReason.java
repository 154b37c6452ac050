package dev.pentimento.domain.loop;

import java.util.Locale;

/** Why the loop of one prompt is over. */
public enum StopReason {
    /** The best image has the target, no critical issue, and every required check is answered with yes. */
    TARGET_REACHED(true),
    MAX_ITERATIONS(true),
    /** The last iteration gained less than {@value LoopRules#TIE}. */
    NO_IMPROVEMENT(true),
    /** The next prompt would be one that was tried before. */
    DUPLICATE_PROMPT(true),
    /** What may be spent is spent. */
    BUDGET(false),
    /** A provider's policy forbids it. */
    REJECTED(false),
    CANCELED(false),
    FAILED(false);

    private final boolean success;

    StopReason(boolean success) {
        this.success = success;
    }

    /** Whether the loop went as far as its rules say. */
    public boolean isSuccess() {
        return success;
    }

    /** The word in JSON, such as {@code target_reached}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
