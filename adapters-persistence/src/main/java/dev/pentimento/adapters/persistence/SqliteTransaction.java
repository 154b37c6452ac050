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
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One transaction, and the tables as it sees them. */
final class SqliteTransaction implements RecordWriter {
    private final ConceptTable concepts;
    private final VersionTable versions;
    private final JobTable jobs;
    private boolean ended;

    SqliteTransaction(Handle handle, SqliteTrouble trouble) {
        this.concepts = new ConceptTable(handle, trouble);
        this.versions = new VersionTable(handle, trouble);
        this.jobs = new JobTable(handle, trouble);
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
    public Optional<Job> job(JobId id) {
        return jobs().find(id);
    }

    @Override
    public List<Job> jobs(ConceptId concept) {
        return jobs().of(concept);
    }

    @Override
    public void add(Concept concept) {
        requireNew(concepts().add(concept), "Concept", concept.id());
    }

    @Override
    public void add(Version version) {
        requireConcept("Version", version.id(), version.concept());
        for (VersionId parent : version.parents()) {
            requireParent(version, parent);
        }
        requireNew(versions().add(version), "Version", version.id());
        concepts().workOn(version.concept());
    }

    @Override
    public void add(Job job) {
        requireConcept("Job", job.id(), job.concept());
        requireNew(jobs().add(job), "Job", job.id());
        concepts().workOn(job.concept());
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

    private static void requireNew(boolean added, String kind, Object id) {
        if (!added) {
            throw new IllegalArgumentException("%s %s is already recorded".formatted(kind, id));
        }
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
