package dev.pentimento.testkit;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** One state of the in-memory records; each table in the order of adding. */
final class InMemoryTables {
    final Map<ConceptId, Concept> concepts = new LinkedHashMap<>();
    final Map<VersionId, Version> versions = new LinkedHashMap<>();
    final Map<JobId, Job> jobs = new LinkedHashMap<>();

    final Map<UserId, ConceptId> lastWorkedOn = new HashMap<>();

    InMemoryTables copy() {
        InMemoryTables copy = new InMemoryTables();
        copy.concepts.putAll(concepts);
        copy.versions.putAll(versions);
        copy.jobs.putAll(jobs);
        copy.lastWorkedOn.putAll(lastWorkedOn);
        return copy;
    }
}
