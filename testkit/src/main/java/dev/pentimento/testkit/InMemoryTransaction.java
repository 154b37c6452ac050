package dev.pentimento.testkit;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.out.RecordWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One transaction over one state of the in-memory records. */
final class InMemoryTransaction implements RecordWriter {
    private final InMemoryTables state;
    private boolean ended;

    InMemoryTransaction(InMemoryTables state) {
        this.state = state;
    }

    void end() {
        ended = true;
    }

    @Override
    public Optional<Concept> concept(ConceptId id) {
        return Optional.ofNullable(tables().concepts.get(id));
    }

    @Override
    public List<Concept> concepts(UserId owner) {
        return newestFirst(
                tables().concepts.values(), concept -> concept.owner().equals(owner));
    }

    @Override
    public Optional<Concept> lastWorkedOn(UserId owner) {
        return Optional.ofNullable(tables().lastWorkedOn.get(owner)).flatMap(this::concept);
    }

    @Override
    public Optional<Version> version(VersionId id) {
        return Optional.ofNullable(tables().versions.get(id));
    }

    @Override
    public List<Version> versions(ConceptId concept) {
        return tables().versions.values().stream()
                .filter(version -> version.concept().equals(concept))
                .toList();
    }

    @Override
    public List<Version> versionsHolding(UserId owner, ImageDigest digest) {
        return newestFirst(tables().versions.values(), version -> isOwned(version, owner) && holds(version, digest));
    }

    @Override
    public List<Version> versionsStartingWith(UserId owner, String prefix) {
        return newestFirst(
                tables().versions.values(),
                version -> isOwned(version, owner) && version.id().toString().startsWith(prefix));
    }

    @Override
    public List<Version> versionsNamed(Collection<VersionId> ids) {
        return ids.stream()
                .distinct()
                .map(this::version)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Job> jobsNamed(Collection<JobId> ids) {
        return ids.stream().distinct().map(this::job).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<Job> job(JobId id) {
        return Optional.ofNullable(tables().jobs.get(id));
    }

    @Override
    public List<Job> jobs(ConceptId concept) {
        return tables().jobs.values().stream()
                .filter(job -> job.concept().equals(concept))
                .toList();
    }

    @Override
    public void add(Concept concept) {
        addTo(tables().concepts, "Concept", concept.id(), concept);
    }

    @Override
    public void add(Version version) {
        Concept concept = requireConcept("Version", version.id(), version.concept());
        for (VersionId parent : version.parents()) {
            boolean there = version(parent)
                    .filter(p -> p.concept().equals(version.concept()))
                    .isPresent();
            if (!there) {
                throw new IllegalArgumentException("Version %s names parent %s, which is not a version of concept %s"
                        .formatted(version.id(), parent, version.concept()));
            }
        }
        addTo(tables().versions, "Version", version.id(), version);
        workOn(concept);
    }

    @Override
    public void add(Job job) {
        Concept concept = requireConcept("Job", job.id(), job.concept());
        addTo(tables().jobs, "Job", job.id(), job);
        workOn(concept);
    }

    @Override
    public void addVersions(List<Version> versions) {
        versions.forEach(this::add);
    }

    @Override
    public void addJobs(List<Job> jobs) {
        jobs.forEach(this::add);
    }

    /** Does nothing to a concept without versions: there is nothing yet to go on with. */
    private void workOn(Concept concept) {
        if (!versions(concept.id()).isEmpty()) {
            tables().lastWorkedOn.put(concept.owner(), concept.id());
        }
    }

    @Override
    public boolean replace(Job current, Job next) {
        if (!current.id().equals(next.id()) || !current.concept().equals(next.concept())) {
            throw new IllegalArgumentException("Job %s of concept %s cannot be replaced by job %s of concept %s"
                    .formatted(current.id(), current.concept(), next.id(), next.concept()));
        }
        boolean unmoved = job(current.id())
                .filter(job -> job.status() == current.status() && job.attempt() == current.attempt())
                .isPresent();
        if (unmoved) {
            tables().jobs.put(next.id(), next);
        }
        return unmoved;
    }

    private InMemoryTables tables() {
        if (ended) {
            throw new IllegalStateException("This transaction has ended");
        }
        return state;
    }

    private boolean isOwned(Version version, UserId owner) {
        return concept(version.concept())
                .filter(concept -> concept.owner().equals(owner))
                .isPresent();
    }

    private static boolean holds(Version version, ImageDigest digest) {
        return version.image().digest().equals(digest)
                || (version.origin() instanceof Origin.Imported imported
                        && imported.file().digest().equals(digest));
    }

    private Concept requireConcept(String kind, Object id, ConceptId concept) {
        return concept(concept)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s %s belongs to concept %s, which is not recorded".formatted(kind, id, concept)));
    }

    private static <K, V> void addTo(Map<K, V> table, String kind, K id, V value) {
        if (table.putIfAbsent(id, value) != null) {
            throw new IllegalArgumentException("%s %s is already recorded".formatted(kind, id));
        }
    }

    private static <T> List<T> newestFirst(Collection<T> all, Predicate<T> wanted) {
        List<T> chosen = new ArrayList<>(all.stream().filter(wanted).toList());
        Collections.reverse(chosen);
        return List.copyOf(chosen);
    }
}
