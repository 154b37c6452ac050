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
import java.util.LinkedHashMap;
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
                missing("Concept", history.concepts(), Concept::id, ids -> concepts(ids, reader)),
                missing("Version", history.versions(), Version::id, reader::versionsNamed),
                missing("Job", history.jobs(), Job::id, reader::jobsNamed));
    }

    private static List<Concept> concepts(List<ConceptId> ids, RecordReader reader) {
        return ids.stream().map(reader::concept).flatMap(Optional::stream).toList();
    }

    private static <T, I> List<T> missing(
            String kind, List<T> all, Function<T, I> id, Function<List<I>, List<T>> find) {
        Map<I, T> recorded = new HashMap<>();
        find.apply(all.stream().map(id).toList()).forEach(part -> recorded.put(id.apply(part), part));
        List<T> missing = new ArrayList<>();
        for (T part : all) {
            T known = recorded.get(id.apply(part));
            if (known == null) {
                missing.add(part);
            } else if (!known.equals(part)) {
                throw clash(kind, id.apply(part));
            }
        }
        return List.copyOf(missing);
    }

    private static BundleRejected clash(String kind, Object id) {
        return new BundleRejected(
                Reason.CLASH,
                "%s %s is in this home already, and is different or somebody else's; import into another home"
                        .formatted(kind, id));
    }

    /** The concept worked on last comes last, so that it is so here, too. */
    void recordIn(RecordWriter writer) {
        concepts.forEach(writer::add);
        Map<ConceptId, List<Version>> newVersions = groups(versions, Version::concept);
        Map<ConceptId, List<Job>> newJobs = groups(jobs, Job::concept);
        Map<ConceptId, Instant> touched = touched();
        touched.keySet().stream().sorted(Comparator.comparing(touched::get)).forEach(concept -> {
            writer.addVersions(newVersions.getOrDefault(concept, List.of()));
            writer.addJobs(newJobs.getOrDefault(concept, List.of()));
        });
    }

    private static <T> Map<ConceptId, List<T>> groups(List<T> parts, Function<T, ConceptId> concept) {
        Map<ConceptId, List<T>> groups = new HashMap<>();
        parts.forEach(part -> groups.computeIfAbsent(concept.apply(part), id -> new ArrayList<>())
                .add(part));
        return groups;
    }

    /** Of equals, the one that comes later was touched later. */
    private Map<ConceptId, Instant> touched() {
        Map<ConceptId, Instant> touched = new LinkedHashMap<>();
        Stream.concat(
                        versions.stream().map(version -> Map.entry(version.concept(), version.createdAt())),
                        jobs.stream().map(job -> Map.entry(job.concept(), job.createdAt())))
                .forEach(touch -> touched.merge(
                        touch.getKey(), touch.getValue(), (one, other) -> one.isAfter(other) ? one : other));
        return touched;
    }
}
