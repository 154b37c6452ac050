package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.FiledRefinement;
import dev.pentimento.domain.folder.Place;
import dev.pentimento.domain.folder.RunStatus;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A refinement as it is told. Its paths are relative to the run. */
record RefinementDocument(
        String jobId,
        String parentRunId,
        String refinementType,
        String status,
        @Nullable String parentImageId,
        @Nullable String parentImageType,
        @Nullable Integer generationIndex,
        @Nullable String parentImagePath,
        @Nullable String imagePath,
        List<String> imagePaths,
        @Nullable Double costUsd,
        String costBasis,
        String refinementSummary,
        boolean needsNoiseReduction,
        String createdAt,
        @Nullable String completedAt,
        @Nullable String errorMessage,
        @Nullable String errorCode,
        @Nullable String versionId,
        @Nullable String label,
        @Nullable String badge,
        List<Parent> parents) {

    /** What a version was made from: the base first, then references. */
    record Parent(String versionId, String label, String imageId, String imagePath) {}

    static RefinementDocument of(ConceptFolder run, FiledRefinement refinement) {
        Job job = refinement.job();
        Lineage lineage = run.lineage();
        Optional<Place> parent = Optional.ofNullable(refinement.parent());
        Optional<Version> made = refinement.result().map(Place::version);
        return new RefinementDocument(
                job.id().toString(),
                run.concept().id().toString(),
                refinement.kind().label(),
                RunStatus.of(job.status()).name(),
                parent.map(Place::name).orElse(null),
                parent.map(place -> place.isOriginal() ? "original" : "refinement")
                        .orElse(null),
                parent.flatMap(place -> index(run, place)).orElse(null),
                parent.map(Place::path).orElse(null),
                refinement.result().map(Place::path).orElse(null),
                refinement.made().stream().map(Place::path).toList(),
                Dollars.of(refinement.cost()),
                refinement.cost().basis().name().toLowerCase(Locale.ROOT),
                refinement.summary(),
                false,
                Timestamps.of(job.createdAt()),
                Timestamps.ofNullable(job.endedAt()),
                Advice.on(job).orElse(null),
                Advice.code(job).orElse(null),
                made.map(version -> version.id().toString()).orElse(null),
                made.map(version -> lineage.label(version.id())).orElse(null),
                made.map(version -> lineage.badge(version.id())).orElse(null),
                parents(run, refinement, made));
    }

    /** The number of an original among the originals. */
    private static Optional<Integer> index(ConceptFolder run, Place place) {
        int index = run.places(Place.Shelf.ORIGINALS).indexOf(place);
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    private static List<Parent> parents(ConceptFolder run, FiledRefinement refinement, Optional<Version> made) {
        return made.map(Version::parents).orElseGet(() -> wanted(refinement)).stream()
                .map(id -> parent(run, run.place(id)))
                .toList();
    }

    /** What it is to be made from. */
    private static List<VersionId> wanted(FiledRefinement refinement) {
        List<VersionId> references =
                refinement.job().work().match(Work.RefineVersion::references, generate -> List.of());
        return Stream.concat(
                        Stream.ofNullable(refinement.parent())
                                .map(place -> place.version().id()),
                        references.stream())
                .toList();
    }

    private static Parent parent(ConceptFolder run, Place place) {
        VersionId id = place.version().id();
        return new Parent(id.toString(), run.lineage().label(id), place.name(), place.path());
    }
}
