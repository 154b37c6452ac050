package dev.pentimento.adapters.persistence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments that may be missing, as text. */
final class Moment {
    private Moment() {}

    static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    static @Nullable Instant read(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
