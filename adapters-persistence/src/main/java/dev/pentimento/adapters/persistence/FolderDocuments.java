package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.FiledRefinement;
import dev.pentimento.domain.folder.Place;
import dev.pentimento.domain.folder.Place.Shelf;
import dev.pentimento.domain.folder.RunStatus;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.ProviderReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is to be read in a concept's folder beside its images. The names in it are a format that other programs rely on. */
final class FolderDocuments {
    private static final double MICROS = 1e6;

    private final ConceptFolder folder;

    FolderDocuments(ConceptFolder folder) {
        this.folder = folder;
    }

    Map<String, byte[]> byPath() {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        documents.put("pipeline_metadata.json", bytes(metadata()));
        documents.put("refinements.json", bytes(refinements()));
        return documents;
    }

    private static byte[] bytes(Document document) {
        return Json.printForPeople(document).getBytes(StandardCharsets.UTF_8);
    }

    private Document metadata() {
        Brief brief = folder.concept().brief();
        Document document = Document.empty()
                .with("run_id", folder.concept().id().toString())
                .with("status", folder.status().name())
                .with("created_at", text(folder.concept().createdAt()))
                .withOrNull("prompt", textOrNull(brief.prompt()))
                .withOrNull("logo_description", textOrNull(brief.logo()))
                .withOrNull("theme_description", textOrNull(brief.theme()));
        folder.founding().ifPresent(job -> founding(job, document));
        return document.with("generated_images", images(Shelf.ORIGINALS))
                .with("palettes", images(Shelf.PALETTES))
                .with("inputs", images(Shelf.INPUTS));
    }

    private static void founding(Job job, Document document) {
        document.with("job_id", job.id().toString())
                .withOrNull("completed_at", textOrNull(job.endedAt()))
                .withOrNull(
                        "error_message",
                        job.failed().map(JobState.Failed::message).orElse(null));
        job.completed().map(JobState.Completed::report).ifPresent(report -> report(report, document));
    }

    private static void report(ProviderReport report, Document document) {
        document.with("provider", report.provider())
                .with("model", report.model())
                .with("prompt_sent", report.promptSent())
                .withOrNull("cost", usd(report.cost()));
    }

    private List<Document> images(Shelf shelf) {
        List<Place> places = folder.places(shelf);
        return places.stream().map(place -> image(place, places.indexOf(place))).toList();
    }

    private Document image(Place place, int index) {
        return Document.empty()
                .with("strategy_index", (long) index)
                .with("status", RunStatus.COMPLETED.name())
                .with("image_path", place.path())
                .withOrNull("prompt", textOrNull(folder.concept().brief().prompt()))
                .with("version_id", place.version().id().toString())
                .with("label", folder.lineage().label(place.version().id()))
                .with("width", (long) place.version().image().size().width())
                .with("height", (long) place.version().image().size().height())
                .with("created_at", text(place.version().createdAt()));
    }

    private Document refinements() {
        List<FiledRefinement> all = folder.refinements();
        List<OptionalLong> costs =
                all.stream().map(refinement -> refinement.cost().microUsd()).toList();
        long total = costs.stream().mapToLong(cost -> cost.orElse(0)).sum();
        return Document.empty()
                .with("refinements", all.stream().map(this::refinement).toList())
                .with("total_cost", total / MICROS)
                .with("total_refinements", (long) all.size())
                .with(
                        "unknown_costs",
                        costs.stream().filter(OptionalLong::isEmpty).count());
    }

    private Document refinement(FiledRefinement refinement) {
        Job job = refinement.job();
        Place parent = refinement.parent();
        return Document.empty()
                .with("job_id", job.id().toString())
                .withOrNull("parent_image_id", parent == null ? null : parent.name())
                .withOrNull("parent_image_path", parent == null ? null : parent.path())
                .withOrNull("image_path", refinement.result().map(Place::path).orElse(null))
                .with("image_paths", refinement.made().stream().map(Place::path).toList())
                .with("type", refinement.kind().label())
                .with("status", RunStatus.of(job.status()).name())
                .with("summary", refinement.summary())
                .withOrNull("cost", usd(refinement.cost()))
                .with("created_at", text(job.createdAt()))
                .withOrNull("completed_at", textOrNull(job.endedAt()));
    }

    private static @Nullable Double usd(Cost cost) {
        return cost.microUsd().isPresent() ? cost.microUsd().getAsLong() / MICROS : null;
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String textOrNull(@Nullable Instant moment) {
        return moment == null ? null : text(moment);
    }

    private static String text(Instant moment) {
        return Objects.requireNonNull(Moment.text(moment.truncatedTo(ChronoUnit.MICROS)));
    }
}
