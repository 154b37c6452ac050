package dev.pentimento.domain.lineage;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Image;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * One node of a lineage: an image and where it came from.
 *
 * @param parents the base first, then references; empty for an original
 */
public record Version(
        VersionId id, ConceptId concept, Image image, List<VersionId> parents, Origin origin, Instant createdAt) {
    public Version {
        parents = List.copyOf(parents);
        if (parents.contains(id)) {
            throw new IllegalArgumentException("Version " + id + " cannot be its own parent");
        }
        if (new HashSet<>(parents).size() != parents.size()) {
            throw new IllegalArgumentException("Version " + id + " names a parent twice: " + parents);
        }
    }

    /** The version this one was made from; empty for an original. */
    public Optional<VersionId> base() {
        return parents.stream().findFirst();
    }

    public boolean isOriginal() {
        return parents.isEmpty();
    }
}
