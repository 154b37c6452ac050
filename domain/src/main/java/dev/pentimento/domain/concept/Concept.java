package dev.pentimento.domain.concept;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import java.time.Instant;

/** A brief with an owner; its versions are kept beside it. */
public record Concept(ConceptId id, UserId owner, Brief brief, Instant createdAt) {}
