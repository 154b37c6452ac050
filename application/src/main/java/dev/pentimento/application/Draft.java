package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job's pictures on their way through the pipeline.
 *
 * @param concept what they belong to
 * @param base what is changed; null for a generation, and before it is loaded
 * @param framing how the base is put before its editor; null for a generation, and before that is known
 * @param delivered what the provider made of each part
 * @param finished pictures that will become versions, in order
 * @param versions whose images are safe, to be recorded
 */
record Draft(
        Job job,
        Concept concept,
        @Nullable Base base,
        @Nullable Framing framing,
        List<Delivered> delivered,
        List<Finished> finished,
        List<Version> versions) {

    /** The picture to change, with what belongs to it; {@code mask} null = everything may change. */
    record Base(
            Raster raster,
            EncodedImage file,
            List<EncodedImage> references,
            @Nullable Mask mask) {}

    /** Pixels that will become the version {@code id}. */
    record Finished(VersionId id, Raster raster, List<VersionId> parents, Origin origin) {}

    static Draft of(Job job, Concept concept) {
        return new Draft(job, concept, null, null, List.of(), List.of(), List.of());
    }

    Draft with(Base loaded) {
        return new Draft(job, concept, loaded, framing, delivered, finished, versions);
    }

    Draft framed(Framing how) {
        return new Draft(job, concept, base, how, delivered, finished, versions);
    }

    Draft delivered(List<Delivered> parts) {
        return new Draft(job, concept, base, framing, List.copyOf(parts), finished, versions);
    }

    Draft finished(List<Finished> pictures) {
        return new Draft(job, concept, base, framing, delivered, List.copyOf(pictures), versions);
    }

    Draft saved(List<Version> made) {
        return new Draft(job, concept, base, framing, delivered, finished, List.copyOf(made));
    }

    Base requireBase() {
        return require(base, "a loaded base image");
    }

    Framing requireFraming() {
        return require(framing, "an edited image");
    }

    /** What the provider of the first part says of it, with what we did for it; all parts were asked for the same. */
    ProviderReport report() {
        ProviderReport report = require(delivered.stream().findFirst().orElse(null), "what a provider delivered")
                .delivery()
                .report();
        return framing == null ? report : report.treating(framing.treatments());
    }

    private static <T> T require(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("This stage needs %s; the stages are in a wrong order".formatted(what));
        }
        return value;
    }
}
