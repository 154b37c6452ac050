package dev.pentimento.domain.loop;

import java.util.Locale;

/** Where one prompt of a batch stands. */
public enum RunStatus {
    RUNNING,
    /** The loop went as far as its rules say. */
    DONE,
    /** It was called off. */
    CANCELED,
    /** Anything else ended it, such as a spent budget. */
    FAILED;

    static RunStatus of(StopReason reason) {
        if (reason == StopReason.CANCELED) {
            return CANCELED;
        }
        return reason.isSuccess() ? DONE : FAILED;
    }

    /** The word in JSON, such as {@code canceled}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
