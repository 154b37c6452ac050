package dev.pentimento.app.cli.document;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ShowLineage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How all versions of a concept came from each other. */
public record LineageDocument(String conceptId, List<Node> versions, List<Edge> edges) {

    /**
     * One version.
     *
     * @param jobId null for an imported one
     */
    public record Node(
            String versionId,
            String label,
            String badge,
            List<String> parents,
            String origin,
            @Nullable String jobId,
            String sha256,
            String createdAt) {}

    /**
     * One step from a parent to a child.
     *
     * @param role {@code base} or {@code reference}
     */
    public record Edge(String from, String to, @Nullable String jobId, String role) {}

    public static LineageDocument of(ShowLineage.Graph graph) {
        Lineage lineage = graph.lineage();
        return new LineageDocument(
                graph.concept().id().toString(),
                lineage.versions().stream()
                        .map(version -> node(lineage, version))
                        .toList(),
                lineage.versions().stream().flatMap(LineageDocument::edges).toList());
    }

    private static Node node(Lineage lineage, Version version) {
        return new Node(
                version.id().toString(),
                lineage.label(version.id()),
                lineage.badge(version.id()),
                VersionDocument.ids(version.parents()),
                OriginNames.of(version.origin()),
                job(version),
                version.image().digest().hex(),
                version.createdAt().toString());
    }

    private static Stream<Edge> edges(Version child) {
        return child.parents().stream().map(parent -> edge(parent, child));
    }

    private static Edge edge(VersionId parent, Version child) {
        boolean isBase = child.base().filter(parent::equals).isPresent();
        return new Edge(parent.toString(), child.id().toString(), job(child), isBase ? "base" : "reference");
    }

    private static @Nullable String job(Version version) {
        return version.origin().madeBy().map(Object::toString).orElse(null);
    }
}
