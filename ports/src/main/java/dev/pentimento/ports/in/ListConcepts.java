package dev.pentimento.ports.in;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.lineage.Version;
import java.util.List;
import java.util.Optional;

/** Lists a user's concepts that have a version, newest first. */
public interface ListConcepts {

    List<Summary> handle(Query query);

    /** Whose. */
    record Query(UserId owner) {}

    /**
     * One concept.
     *
     * @param latest its newest version
     */
    record Summary(Concept concept, int versions, Optional<Version> latest) {}
}
