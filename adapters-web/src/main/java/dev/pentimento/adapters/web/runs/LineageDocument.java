package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.FiledRefinement;
import dev.pentimento.domain.folder.Place;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The graph of a run: its images in the order of their making, and what each was made from. */
record LineageDocument(String runId, List<Node> nodes, List<Edge> edges) {

    /**
     * An image.
     *
     * @param imageId as refinements name it
     * @param origin {@code imported}, {@code generated}, {@code refined} or {@code recolored}
     */
    record Node(
            String versionId,
            String label,
            String badge,
            String imageId,
            String imagePath,
            String origin,
            @Nullable String jobId,
            @Nullable String refinementType,
            @Nullable String prompt,
            List<String> parents,
            int width,
            int height,
            String createdAt) {}

    /**
     * From what was there to what was made of it.
     *
     * @param role {@code base} or {@code reference}
     */
    record Edge(String from, String to, String role) {}

    static LineageDocument of(ConceptFolder run) {
        Map<JobId, FiledRefinement> refinements = new HashMap<>();
        run.refinements().forEach(refinement -> refinements.put(refinement.job().id(), refinement));
        return new LineageDocument(
                run.concept().id().toString(),
                run.places().stream()
                        .map(place -> node(run, place, refinements))
                        .toList(),
                run.places().stream()
                        .map(Place::version)
                        .flatMap(LineageDocument::edges)
                        .toList());
    }

    private static Node node(ConceptFolder run, Place place, Map<JobId, FiledRefinement> refinements) {
        Version version = place.version();
        Optional<JobId> job = version.origin().madeBy();
        Optional<FiledRefinement> refinement = job.map(refinements::get);
        return new Node(
                version.id().toString(),
                run.lineage().label(version.id()),
                run.lineage().badge(version.id()),
                place.name(),
                place.path(),
                word(version.origin()),
                job.map(JobId::toString).orElse(null),
                refinement.map(found -> found.kind().label()).orElse(null),
                refinement.map(LineageDocument::prompt).orElse(null),
                version.parents().stream().map(VersionId::toString).toList(),
                version.image().size().width(),
                version.image().size().height(),
                Timestamps.of(version.createdAt()));
    }

    private static String prompt(FiledRefinement refinement) {
        return refinement
                .job()
                .work()
                .match(refine -> refine.refinement().instruction(), generate -> generate.instruction())
                .text();
    }

    private static String word(Origin origin) {
        if (origin instanceof Origin.Imported) {
            return "imported";
        }
        if (origin instanceof Origin.Generated) {
            return "generated";
        }
        return origin instanceof Origin.Recolored ? "recolored" : "refined";
    }

    private static Stream<Edge> edges(Version version) {
        List<VersionId> parents = version.parents();
        return IntStream.range(0, parents.size())
                .mapToObj(i ->
                        new Edge(parents.get(i).toString(), version.id().toString(), i == 0 ? "base" : "reference"));
    }
}
