package dev.pentimento.adapters.web.http;

import dev.pentimento.domain.identity.UserId;
import java.util.function.BooleanSupplier;

/**
 * Who asks.
 *
 * @param still whether what proved it does so now: a key may be taken back, and a token runs out, while somebody listens
 */
public record Caller(UserId user, BooleanSupplier still) {

    /** Somebody who need not prove anything. */
    public static Caller always(UserId user) {
        return new Caller(user, () -> true);
    }

    public boolean isStillWelcome() {
        return still.getAsBoolean();
    }
}
