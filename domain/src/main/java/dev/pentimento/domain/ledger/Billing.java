package dev.pentimento.domain.ledger;

import java.util.Locale;

/** Whether a call that brought nothing is on the bill. */
public enum Billing {
    /** Certainly not: nothing was sent, or the provider says in writing that this answer is free. */
    FREE,
    /** Certainly. */
    BILLED,
    UNKNOWN;

    /** The word in JSON, such as {@code free}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
