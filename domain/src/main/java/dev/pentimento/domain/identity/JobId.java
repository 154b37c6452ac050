package dev.pentimento.domain.identity;

import java.util.UUID;

/** Names one job. */
public record JobId(UUID value) {
    public static JobId parse(String text) {
        return new JobId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
