package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.lineage.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job's pictures on their way through the pipeline.
 *
 * @param concept what they belong to
 * @param base what is changed; null for a generation, and before it is loaded
 * @param delivered files as the provider made them
 * @param finished pictures that will become versions, in order
 * @param report null until a provider was called
 */
record Draft(
        Job job,
        Concept concept,
        @Nullable Base base,
        List<EncodedImage> delivered,
        List<Finished> finished,
        @Nullable ProviderReport report) {

    /** The picture to change, with what belongs to it; {@code mask} null = everything may change. */
    record Base(
            Raster raster,
            EncodedImage file,
            List<EncodedImage> references,
            @Nullable Mask mask) {}

    /** Pixels that will become the version {@code id}. */
    record Finished(VersionId id, Raster raster, List<VersionId> parents, Origin origin) {}

    static Draft of(Job job, Concept concept) {
        return new Draft(job, concept, null, List.of(), List.of(), null);
    }

    Draft with(Base loaded) {
        return new Draft(job, concept, loaded, delivered, finished, report);
    }

    Draft delivered(List<EncodedImage> images, ProviderReport account) {
        return new Draft(job, concept, base, List.copyOf(images), finished, account);
    }

    Draft finished(List<Finished> pictures) {
        return new Draft(job, concept, base, delivered, List.copyOf(pictures), report);
    }

    Base requireBase() {
        return require(base, "a loaded base image");
    }

    ProviderReport requireReport() {
        return require(report, "a provider's report");
    }

    private static <T> T require(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("This stage needs %s; the stages are in a wrong order".formatted(what));
        }
        return value;
    }
}
