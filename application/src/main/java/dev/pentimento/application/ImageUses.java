package dev.pentimento.application;

import dev.pentimento.domain.history.History;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Who needs an image. Looked up only when there is something wrong with one, and then for all at once. Safe for use by several threads. */
final class ImageUses {
    private final List<Version> versions;
    private final List<Job> jobs;
    private final Map<ImageDigest, Version> byVersion = new HashMap<>();
    private final Map<ImageDigest, Job> byMask = new HashMap<>();
    private final Map<ConceptId, Function<Version, String>> labels = new HashMap<>();

    ImageUses(List<Version> versions, List<Job> jobs) {
        this.versions = versions;
        this.jobs = jobs;
    }

    /**
     * The first that needs an image.
     *
     * @param label of the version; empty when it is the mask of a job
     */
    record Use(ConceptId concept, String label) {
        @Override
        public String toString() {
            return label.isEmpty()
                    ? "a mask in concept " + concept
                    : "version %s of concept %s".formatted(label, concept);
        }
    }

    synchronized Use first(ImageDigest digest) {
        if (byVersion.isEmpty() && byMask.isEmpty()) {
            index();
        }
        Version version = byVersion.get(digest);
        return version == null
                ? new Use(Objects.requireNonNull(byMask.get(digest)).concept(), "")
                : new Use(version.concept(), label(version));
    }

    /** Its id where the lineage is too damaged to tell. */
    synchronized String label(Version version) {
        return labels.computeIfAbsent(version.concept(), this::labels).apply(version);
    }

    private void index() {
        versions.forEach(
                version -> History.imagesOf(version).forEach(image -> byVersion.putIfAbsent(image.digest(), version)));
        jobs.forEach(job -> History.picturesOf(job).forEach(picture -> byMask.putIfAbsent(picture, job)));
    }

    private Function<Version, String> labels(ConceptId concept) {
        try {
            Lineage lineage = Lineage.of(versions.stream()
                    .filter(version -> version.concept().equals(concept))
                    .toList());
            return version -> lineage.label(version.id());
        } catch (IllegalArgumentException e) {
            return version -> version.id().toString();
        }
    }
}
