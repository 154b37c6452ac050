package dev.pentimento.domain.job;

import dev.pentimento.domain.identity.ConceptId;
import java.time.Instant;

/**
 * An event with its place in the record.
 *
 * @param ofJob its number among the events of its job, from 1 without gaps
 * @param ofConcept its number among the events of its concept, from 1 without gaps
 */
public record RecordedEvent(long ofJob, long ofConcept, ConceptId concept, Instant at, JobEvent event) {}
