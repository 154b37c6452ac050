package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.BrowseConcepts.Album;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes concepts by one of their images. */
record ConceptDocuments(Images images) {

    /** By its newest image, and by one that was only looked at where there is no other; empty if it has none. */
    Optional<ConceptDocument> newest(Album album) {
        return last(album, version -> !version.origin().isReference())
                .or(() -> last(album, version -> true))
                .map(version -> document(album, version, album.concept().id().toString()));
    }

    private static Optional<Version> last(Album album, Predicate<Version> fit) {
        return album.versions().stream()
                .filter(version -> !Images.isVariation(version))
                .filter(fit)
                .reduce((first, second) -> second);
    }

    /** By a certain one; empty if it is of another concept. */
    Optional<ConceptDocument> showing(Album album, VersionId id) {
        return album.versions().stream()
                .filter(version -> version.id().equals(id))
                .findFirst()
                .map(version -> document(album, version, id.toString()));
    }

    private ConceptDocument document(Album album, Version shown, String id) {
        Optional<Job> maker = shown.origin().madeBy().flatMap(job -> job(album, job));
        Optional<Version> parent = shown.base()
                .flatMap(base -> album.versions().stream()
                        .filter(version -> version.id().equals(base))
                        .findFirst());
        Brief brief = maker.map(job -> brief(job, album)).orElse(album.concept().brief());
        List<ColorVariation> variations = images.variations(shown.id(), album.versions().stream());
        return new ConceptDocument(
                id,
                album.concept().id().toString(),
                shown.id().toString(),
                album.concept().owner().value(),
                TaskDocuments.textOrNull(brief.logo()),
                TaskDocuments.textOrNull(brief.theme()),
                Images.path(shown),
                images.url(shown),
                variations.stream().map(ColorVariation::colors).toList(),
                variations,
                false,
                parent.isPresent(),
                maker.flatMap(TaskDocuments::prompt).orElse(null),
                parent.map(images::originalUrl).orElse(null),
                parent.map(version -> version.id().toString()).orElse(null),
                maker.map(job -> job.id().toString()).orElse(null),
                album.versions().size(),
                Timestamps.of(shown.createdAt()));
    }

    private static Optional<Job> job(Album album, JobId id) {
        return album.jobs().stream().filter(job -> job.id().equals(id)).findFirst();
    }

    private static Brief brief(Job job, Album album) {
        return job.work()
                .match(refine -> refine.brief(), generate -> album.concept().brief());
    }
}
