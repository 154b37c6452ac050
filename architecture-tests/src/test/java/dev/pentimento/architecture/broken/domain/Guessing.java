package dev.pentimento.architecture.broken.domain;

import java.util.UUID;
import java.util.function.Supplier;

/** Breaks 12: makes its own identity, by a method reference. */
final class Guessing {
    Supplier<UUID> identities() {
        return UUID::randomUUID;
    }
}
