package dev.pentimento.adapters.web.runs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.Place;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.ports.in.ShowJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a refinement.
 *
 * @param refinement as it is told in lists; its members stand beside the others
 * @param promptOriginal as it was typed
 * @param promptSent as the provider got it
 * @param notUnderstood words of the prompt that had no effect
 * @param usage what the provider counted, by unit
 * @param durationSeconds of the last attempt
 * @param treatments what became of each thing that was asked for
 */
record DetailsDocument(
        @JsonUnwrapped RefinementDocument refinement,
        String promptOriginal,
        @Nullable String promptSent,
        List<String> notUnderstood,
        int creativityLevel,
        double strength,
        int candidates,
        @Nullable MaskDocument mask,
        @Nullable Exactness maskExactness,
        List<Reference> references,
        @Nullable String referenceImagePath,
        @Nullable String provider,
        @Nullable String model,
        Map<String, Long> usage,
        @Nullable Double durationSeconds,
        int attempt,
        List<TreatmentDocument> treatments,
        List<CallDocument> calls) {
    private static final double MILLIS = 1000.0;

    /** Where the image might change: the union of the shapes. */
    record MaskDocument(List<Map<String, Object>> shapes, int feather) {
        static @Nullable MaskDocument of(@Nullable MaskSpec mask) {
            return mask == null ? null : new MaskDocument(MaskShapes.write(mask.shapes()), mask.feather());
        }
    }

    /** What was measured on the finished pixels. */
    record Exactness(boolean exact, int maxDifferenceOutside, long pixelsInside, long changedInside) {
        static Exactness of(MaskCheck check) {
            return new Exactness(
                    check.isExact(), check.maxDifferenceOutside(), check.pixelsInside(), check.changedInside());
        }
    }

    /** A further image that the prompt spoke of. */
    record Reference(String versionId, String imageId, String imagePath) {
        static Reference of(Place place) {
            return new Reference(place.version().id().toString(), place.name(), place.path());
        }
    }

    /** What became of a wish, and how. */
    record TreatmentDocument(String wish, String means, String how) {}

    /** A call to a provider. */
    record CallDocument(
            String callId,
            String provider,
            @Nullable String model,
            String status,
            @Nullable Double costUsd,
            String plannedAt,
            String changedAt) {
        static CallDocument of(ProviderCall call) {
            return new CallDocument(
                    call.id().toString(),
                    call.provider(),
                    call.model(),
                    call.status().label(),
                    Dollars.of(call.cost()),
                    Timestamps.of(call.plannedAt()),
                    Timestamps.of(call.changedAt()));
        }
    }

    static DetailsDocument of(RunViews.Found found, ShowJob.Details details) {
        Job job = details.job();
        Work.RefineVersion work = refinement(job.work());
        Optional<ProviderReport> report = job.completed().map(done -> done.report());
        List<Reference> references = references(found.run(), work.references());
        return new DetailsDocument(
                RefinementDocument.of(found.run(), found.refinement()),
                work.refinement().instruction().text(),
                report.map(ProviderReport::promptSent).orElse(null),
                report.map(ProviderReport::notUnderstood).orElse(List.of()),
                work.knobs().creativity().level(),
                work.knobs().strength().value(),
                work.knobs().candidates(),
                MaskDocument.of(work.refinement().mask()),
                exactness(found),
                references,
                references.stream().map(Reference::imagePath).findFirst().orElse(null),
                report.map(ProviderReport::provider).orElse(job.provider().name()),
                report.map(ProviderReport::model).orElse(job.provider().model()),
                report.map(DetailsDocument::usage).orElse(Map.of()),
                job.duration().map(duration -> duration.toMillis() / MILLIS).orElse(null),
                job.attempt(),
                report.map(DetailsDocument::treatments).orElse(List.of()),
                details.calls().stream().map(CallDocument::of).toList());
    }

    private static Work.RefineVersion refinement(Work work) {
        return work.match(refine -> refine, generate -> {
            throw new IllegalStateException("A generation is no refinement");
        });
    }

    private static List<Reference> references(ConceptFolder run, List<VersionId> ids) {
        return ids.stream().map(run::place).map(Reference::of).toList();
    }

    private static @Nullable Exactness exactness(RunViews.Found found) {
        return found.refinement()
                .result()
                .map(place -> place.version().origin())
                .filter(Origin.MaskedRefined.class::isInstance)
                .map(origin -> Exactness.of(((Origin.MaskedRefined) origin).check()))
                .orElse(null);
    }

    private static Map<String, Long> usage(ProviderReport report) {
        Map<String, Long> usage = new TreeMap<>();
        report.usage()
                .amounts()
                .forEach((unit, amount) -> usage.put(unit.label().replace('-', '_'), amount));
        return usage;
    }

    private static List<TreatmentDocument> treatments(ProviderReport report) {
        return report.treatments().stream()
                .map(treatment -> new TreatmentDocument(
                        treatment.wish().label(), treatment.means().label(), treatment.how()))
                .toList();
    }
}
