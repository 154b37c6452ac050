package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.history.History;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.out.RecordReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads histories from the records. */
final class Histories {
    private Histories() {}

    /** Oldest first. */
    static List<Concept> concepts(RecordReader reader, UserId owner) {
        List<Concept> concepts = new ArrayList<>(reader.concepts(owner));
        concepts.removeIf(QuestionHome::isOne);
        Collections.reverse(concepts);
        return concepts;
    }

    /** @throws IllegalArgumentException if the records do not fit together */
    static History of(RecordReader reader, List<Concept> concepts) {
        List<Version> versions = new ArrayList<>();
        List<Job> jobs = new ArrayList<>();
        for (Concept concept : concepts) {
            versions.addAll(reader.versions(concept.id()));
            jobs.addAll(reader.jobs(concept.id()));
        }
        return new History(concepts, versions, jobs);
    }
}
