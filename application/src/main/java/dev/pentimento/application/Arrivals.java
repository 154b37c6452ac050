package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.history.History;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.failure.BundleRejected;
import dev.pentimento.ports.failure.BundleRejected.Reason;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The parts of a history that are not recorded yet. Those that are have to be the same, and the owner's. */
record Arrivals(List<Concept> concepts, List<Version> versions, List<Job> jobs) {

    /** @throws BundleRejected if an id is taken by something else */
    static Arrivals among(History history, RecordReader reader) {
        return new Arrivals(
                missing(history.concepts(), concept -> reader.concept(concept.id()), Arrivals::clash),
                missing(
                        history.versions(),
                        version -> reader.version(version.id()),
                        version -> clash("Version", version.id())),
                missing(history.jobs(), job -> reader.job(job.id()), job -> clash("Job", job.id())));
    }

    private static <T> List<T> missing(List<T> all, Function<T, Optional<T>> find, Function<T, BundleRejected> clash) {
        List<T> missing = new ArrayList<>();
        for (T part : all) {
            Optional<T> known = find.apply(part);
            if (known.isEmpty()) {
                missing.add(part);
            } else if (!known.get().equals(part)) {
                throw clash.apply(known.get());
            }
        }
        return List.copyOf(missing);
    }

    private static BundleRejected clash(Concept known) {
        return clash("Concept", known.id());
    }

    private static BundleRejected clash(String kind, Object id) {
        return new BundleRejected(
                Reason.CLASH,
                "%s %s is in this home already, and is different or somebody else's; import into another home (--home)"
                        .formatted(kind, id));
    }

    /** The concept worked on last comes last, so that it is so here, too. */
    void recordIn(RecordWriter writer) {
        concepts.forEach(writer::add);
        Map<ConceptId, List<Version>> newVersions = groups(versions, Version::concept);
        Map<ConceptId, List<Job>> newJobs = groups(jobs, Job::concept);
        Map<ConceptId, Instant> touched = touched();
        touched.keySet().stream().sorted(Comparator.comparing(touched::get)).forEach(concept -> {
            newVersions.getOrDefault(concept, List.of()).forEach(writer::add);
            newJobs.getOrDefault(concept, List.of()).forEach(writer::add);
        });
    }

    private static <T> Map<ConceptId, List<T>> groups(List<T> parts, Function<T, ConceptId> concept) {
        Map<ConceptId, List<T>> groups = new HashMap<>();
        parts.forEach(part -> groups.computeIfAbsent(concept.apply(part), id -> new ArrayList<>())
                .add(part));
        return groups;
    }

    private Map<ConceptId, Instant> touched() {
        Map<ConceptId, Instant> touched = new HashMap<>();
        Stream.concat(
                        versions.stream().map(version -> Map.entry(version.concept(), version.createdAt())),
                        jobs.stream().map(job -> Map.entry(job.concept(), job.createdAt())))
                .forEach(touch -> touched.merge(
                        touch.getKey(), touch.getValue(), (one, other) -> one.isAfter(other) ? one : other));
        return touched;
    }
}
