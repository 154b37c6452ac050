package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.out.RecordWriter;
import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** One transaction, and the tables as it sees them. */
final class SqliteTransaction implements RecordWriter {
    private final Handle handle;
    private final ConceptTable concepts;
    private final VersionTable versions;
    private final JobTable jobs;
    private boolean ended;

    SqliteTransaction(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.concepts = new ConceptTable(handle, trouble);
        this.versions = new VersionTable(handle, trouble);
        this.jobs = new JobTable(handle, trouble);
    }

    Connection connection() {
        return handle.getConnection();
    }

    void end() {
        ended = true;
    }

    @Override
    public Optional<Concept> concept(ConceptId id) {
        return concepts().find(id);
    }

    @Override
    public List<Concept> concepts(UserId owner) {
        return concepts().ownedBy(owner);
    }

    @Override
    public Optional<Concept> lastWorkedOn(UserId owner) {
        return concepts().lastWorkedOn(owner);
    }

    @Override
    public Optional<Version> version(VersionId id) {
        return versions().find(id);
    }

    @Override
    public List<Version> versions(ConceptId concept) {
        return versions().of(concept);
    }

    @Override
    public List<Version> versionsHolding(UserId owner, ImageDigest digest) {
        return versions().holding(owner, digest);
    }

    @Override
    public List<Version> versionsStartingWith(UserId owner, String prefix) {
        return versions().startingWith(owner, prefix);
    }

    @Override
    public List<Version> versionsNamed(Collection<VersionId> ids) {
        return versions().named(ids);
    }

    @Override
    public List<Job> jobsNamed(Collection<JobId> ids) {
        return jobs().named(ids);
    }

    @Override
    public Optional<Job> job(JobId id) {
        return jobs().find(id);
    }

    @Override
    public List<Job> jobs(ConceptId concept) {
        return jobs().of(concept);
    }

    @Override
    public void add(Concept concept) {
        if (!concepts().add(concept)) {
            throw taken("Concept", concept.id());
        }
    }

    @Override
    public void add(Version version) {
        addVersions(List.of(version));
    }

    @Override
    public void add(Job job) {
        addJobs(List.of(job));
    }

    /** Looks for each concept once, and for parents only where they are not among {@code all}. */
    @Override
    public void addVersions(List<Version> all) {
        Set<ConceptId> touched = new LinkedHashSet<>();
        Map<VersionId, ConceptId> added = new HashMap<>();
        for (Version version : all) {
            if (touched.add(version.concept())) {
                requireConcept("Version", version.id(), version.concept());
            }
            version.parents().stream()
                    .filter(parent -> !version.concept().equals(added.get(parent)))
                    .forEach(parent -> requireParent(version, parent));
            added.put(version.id(), version.concept());
        }
        versions().add(all).ifPresent(known -> {
            throw taken("Version", known.id());
        });
        touched.forEach(concepts()::workOn);
    }

    @Override
    public void addJobs(List<Job> all) {
        Set<ConceptId> touched = new LinkedHashSet<>();
        for (Job job : all) {
            if (touched.add(job.concept())) {
                requireConcept("Job", job.id(), job.concept());
            }
        }
        jobs().add(all).ifPresent(known -> {
            throw taken("Job", known.id());
        });
        touched.forEach(concepts()::workOn);
    }

    @Override
    public boolean replace(Job current, Job next) {
        if (!current.id().equals(next.id()) || !current.concept().equals(next.concept())) {
            throw new IllegalArgumentException("Job %s of concept %s cannot be replaced by job %s of concept %s"
                    .formatted(current.id(), current.concept(), next.id(), next.concept()));
        }
        return jobs().replace(current, next);
    }

    private void requireConcept(String kind, Object id, ConceptId concept) {
        if (!concepts().contains(concept)) {
            throw new IllegalArgumentException(
                    "%s %s belongs to concept %s, which is not recorded".formatted(kind, id, concept));
        }
    }

    private void requireParent(Version version, VersionId parent) {
        if (!versions().contains(version.concept(), parent)) {
            throw new IllegalArgumentException("Version %s names parent %s, which is not a version of concept %s"
                    .formatted(version.id(), parent, version.concept()));
        }
    }

    private static IllegalArgumentException taken(String kind, Object id) {
        return new IllegalArgumentException("%s %s is already recorded".formatted(kind, id));
    }

    private ConceptTable concepts() {
        requireOpen();
        return concepts;
    }

    private VersionTable versions() {
        requireOpen();
        return versions;
    }

    private JobTable jobs() {
        requireOpen();
        return jobs;
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("This transaction has ended");
        }
    }
}
