package dev.pentimento.adapters.web.http;

import java.util.Optional;
import java.util.UUID;

/** Reads ids as they are written, and no other way: what is an id in one spelling only can be compared as text. */
public final class Ids {
    private Ids() {}

    /** Empty if it is none. */
    public static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
