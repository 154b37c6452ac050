package dev.pentimento.domain.identity;

import java.util.UUID;

/** Names one version, one node of a lineage. */
public record VersionId(UUID value) {
    public static VersionId parse(String text) {
        return new VersionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
