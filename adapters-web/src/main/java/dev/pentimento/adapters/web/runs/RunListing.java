package dev.pentimento.adapters.web.runs;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.RunStatus;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.ports.in.ListConcepts;
import dev.pentimento.ports.in.ListJobs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists the runs of a user, also those that have made nothing yet. */
final class RunListing {
    private final ListConcepts concepts;
    private final ListJobs jobs;
    private final RunViews views;

    RunListing(ListConcepts concepts, ListJobs jobs, RunViews views) {
        this.concepts = concepts;
        this.jobs = jobs;
        this.views = views;
    }

    /** As much of a run as is needed to choose among many. */
    record Entry(ConceptId id, Instant createdAt, RunStatus status) {
        static Entry of(Concept concept, List<Job> jobs) {
            return new Entry(concept.id(), concept.createdAt(), ConceptFolder.statusOf(concept, jobs));
        }
    }

    /** Newest first. */
    List<Entry> all(UserId user) {
        Map<ConceptId, List<Job>> ofConcept = jobs(user);
        Map<ConceptId, Entry> entries = new LinkedHashMap<>();
        concepts.handle(new ListConcepts.Query(user))
                .forEach(summary -> entries.put(
                        summary.concept().id(),
                        Entry.of(
                                summary.concept(),
                                ofConcept.getOrDefault(summary.concept().id(), List.of()))));
        ofConcept.forEach((id, found) ->
                entries.computeIfAbsent(id, key -> Entry.of(views.run(user, id).concept(), found)));
        return entries.values().stream()
                .sorted(Comparator.comparing(Entry::createdAt)
                        .thenComparing(entry -> entry.id().value())
                        .reversed())
                .toList();
    }

    /** In the order of submission. */
    private Map<ConceptId, List<Job>> jobs(UserId user) {
        Map<ConceptId, List<Job>> ofConcept = new HashMap<>();
        List<Job> oldestFirst = new ArrayList<>(jobs.handle(new ListJobs.Query(user, Integer.MAX_VALUE)));
        Collections.reverse(oldestFirst);
        oldestFirst.removeIf(job -> job.work().kind() == WorkKind.ASK);
        oldestFirst.forEach(job -> ofConcept
                .computeIfAbsent(job.concept(), key -> new ArrayList<>())
                .add(job));
        return ofConcept;
    }
}
