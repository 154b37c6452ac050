package dev.pentimento.domain.identity;

import java.util.UUID;

/** Names one call to a provider; also what a provider may be given as its idempotency key. */
public record CallId(UUID value) {
    public static CallId parse(String text) {
        return new CallId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
