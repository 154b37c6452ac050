package dev.pentimento.domain.history;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the parts of a history fit together. One pass over each kind; no recursion, however long the chains are. */
final class Coherence {
    private final Map<ConceptId, Concept> concepts = new HashMap<>();
    private final Map<VersionId, Version> versions = new HashMap<>();
    private final Map<JobId, Job> jobs = new HashMap<>();
    private final Map<VersionId, JobId> makers = new HashMap<>();

    private Coherence() {}

    static void check(List<Concept> concepts, List<Version> versions, List<Job> jobs) {
        Coherence coherence = new Coherence();
        concepts.forEach(
                concept -> requireOnce(coherence.concepts.put(concept.id(), concept) == null, "Concept", concept.id()));
        versions.forEach(coherence::add);
        jobs.forEach(coherence::add);
        versions.forEach(coherence::checkMaker);
    }

    private void add(Version version) {
        if (!concepts.containsKey(version.concept())) {
            throw problem("Version %s belongs to concept %s, which is not there", version.id(), version.concept());
        }
        version.parents().forEach(parent -> checkParent(version, versions.get(parent), parent));
        requireOnce(versions.put(version.id(), version) == null, "Version", version.id());
    }

    private static void checkParent(Version version, @Nullable Version parent, VersionId name) {
        if (parent == null || !parent.concept().equals(version.concept())) {
            throw problem(
                    "Version %s names parent %s, which does not come before it in its concept", version.id(), name);
        }
    }

    private void add(Job job) {
        Concept concept = concepts.get(job.concept());
        if (concept == null || !concept.owner().equals(job.owner())) {
            throw problem(
                    "Job %s belongs to concept %s, which is not there or somebody else's", job.id(), job.concept());
        }
        job.work()
                .match(Coherence::spokenOf, generate -> List.<VersionId>of(), ask -> {
                    throw problem(
                            "Job %s is a question about %s, which is no part of a history", job.id(), ask.topic());
                })
                .forEach(id -> checkSpokenOf(job, versions.get(id), id));
        job.completed().ifPresent(done -> done.versions().forEach(id -> addMade(job, id)));
        requireOnce(jobs.put(job.id(), job) == null, "Job", job.id());
    }

    private static List<VersionId> spokenOf(Work.RefineVersion work) {
        List<VersionId> all = new ArrayList<>(work.references());
        all.add(work.base());
        return all;
    }

    private static void checkSpokenOf(Job job, @Nullable Version version, VersionId name) {
        if (version == null || !version.concept().equals(job.concept())) {
            throw problem("Job %s speaks of version %s, which is not in its concept", job.id(), name);
        }
    }

    private void addMade(Job job, VersionId made) {
        Version version = versions.get(made);
        if (version == null
                || version.origin().madeBy().filter(job.id()::equals).isEmpty()) {
            throw problem("Job %s claims to have made version %s, which comes from elsewhere", job.id(), made);
        }
        makers.put(made, job.id());
    }

    private void checkMaker(Version version) {
        version.origin().madeBy().ifPresent(maker -> {
            Job job = jobs.get(maker);
            if (job == null || !isMaker(job, version)) {
                throw problem(
                        "Version %s was made by job %s, which is not there or knows nothing of it",
                        version.id(), maker);
            }
        });
    }

    private boolean isMaker(Job job, Version version) {
        return job.id().equals(makers.get(version.id()))
                && job.concept().equals(version.concept())
                && job.work()
                        .match(
                                refine -> version.base()
                                        .filter(refine.base()::equals)
                                        .isPresent(),
                                generate -> true);
    }

    private static void requireOnce(boolean isFirst, String kind, Object id) {
        if (!isFirst) {
            throw problem("%s %s comes twice", kind, id);
        }
    }

    private static IllegalArgumentException problem(String text, Object first, Object second) {
        return new IllegalArgumentException(text.formatted(first, second));
    }
}
