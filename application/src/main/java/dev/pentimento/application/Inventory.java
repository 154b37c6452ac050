package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.history.History;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.in.VerifyHistory.OneConcept;
import dev.pentimento.ports.in.VerifyHistory.Problem;
import dev.pentimento.ports.in.VerifyHistory.Query;
import dev.pentimento.ports.out.RecordReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the records say is there, whether or not it fits together, and what is wrong with the records themselves. */
record Inventory(List<Concept> concepts, List<Version> versions, List<Job> jobs, List<Problem> problems) {

    static Inventory take(RecordReader reader, Query query) {
        List<Concept> concepts = query.subject() instanceof OneConcept one
                ? List.of(new References(reader, query.owner()).concept(one.reference()))
                : Histories.concepts(reader, query.owner());
        Inventory inventory = new Inventory(concepts, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        concepts.forEach(concept -> inventory.add(concept, reader));
        return inventory;
    }

    private void add(Concept concept, RecordReader reader) {
        try {
            List<Version> ofConcept = reader.versions(concept.id());
            List<Job> itsJobs = reader.jobs(concept.id());
            versions.addAll(ofConcept);
            jobs.addAll(itsJobs);
            checkCoherence(concept, ofConcept, itsJobs);
        } catch (StorageFailure e) {
            if (e.reason() != StorageFailure.Reason.DAMAGED) {
                throw e;
            }
            problems.add(new Problem(concept.id(), "", null, String.valueOf(e.getMessage())));
        }
    }

    private void checkCoherence(Concept concept, List<Version> ofConcept, List<Job> itsJobs) {
        try {
            History.check(List.of(concept), ofConcept, itsJobs);
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(concept.id(), "", null, String.valueOf(e.getMessage())));
        }
    }

    ImageUses uses() {
        return new ImageUses(versions, jobs);
    }

    Set<ImageDigest> images() {
        return History.images(versions, jobs);
    }

    /** Versions that describe an image otherwise than it is. */
    List<Problem> misdescribed(List<HeldImage> images) {
        ImageUses uses = uses();
        Map<ImageDigest, HeldImage> held = new HashMap<>();
        images.forEach(image -> held.put(image.digest(), image));
        return versions.stream()
                .flatMap(version -> History.imagesOf(version)
                        .filter(image ->
                                !HeldImage.of(image).equals(held.getOrDefault(image.digest(), HeldImage.of(image))))
                        .map(image -> new Problem(
                                version.concept(),
                                uses.label(version),
                                image.digest(),
                                "The records say that image %s is %s of %d bytes, which it is not"
                                        .formatted(
                                                image.digest(),
                                                image.mediaType().mime(),
                                                image.length()))))
                .toList();
    }
}
