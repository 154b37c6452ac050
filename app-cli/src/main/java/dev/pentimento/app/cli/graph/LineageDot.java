package dev.pentimento.app.cli.graph;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ShowLineage;
import java.util.ArrayList;
import java.util.List;

/** A lineage for Graphviz; references are dashed. */
public final class LineageDot {
    private LineageDot() {}

    public static List<String> lines(ShowLineage.Graph graph) {
        Captions captions = new Captions(graph);
        List<String> lines = new ArrayList<>();
        lines.add("digraph lineage {");
        lines.add("  rankdir=TB;");
        lines.add("  node [shape=box, style=rounded, fontname=\"sans-serif\"];");
        for (Version version : graph.lineage().versions()) {
            lines.add("  %s [label=%s];".formatted(quoted(version.id().toString()), label(captions, version)));
            version.parents().forEach(parent -> lines.add(edge(parent, version)));
        }
        lines.add("}");
        return lines;
    }

    private static String label(Captions captions, Version version) {
        return "\"%s %s\\n%s\\n%s\""
                .formatted(
                        escaped(captions.label(version)),
                        escaped(captions.badge(version)),
                        escaped(captions.words(version)),
                        escaped(captions.maker(version)));
    }

    private static String edge(VersionId parent, Version child) {
        boolean isBase = child.base().filter(parent::equals).isPresent();
        return "  %s -> %s%s;"
                .formatted(quoted(parent.toString()), quoted(child.id().toString()), isBase ? "" : " [style=dashed]");
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
