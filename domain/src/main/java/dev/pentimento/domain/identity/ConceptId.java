package dev.pentimento.domain.identity;

import java.util.UUID;

/** Names one concept. */
public record ConceptId(UUID value) {
    public static ConceptId parse(String text) {
        return new ConceptId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
