package dev.pentimento.app.cli.graph;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ShowLineage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A lineage as a Mermaid flowchart; references are dotted. */
public final class LineageMermaid {
    private final Captions captions;
    private final Map<VersionId, String> names = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private LineageMermaid(ShowLineage.Graph graph) {
        this.captions = new Captions(graph);
    }

    public static List<String> lines(ShowLineage.Graph graph) {
        LineageMermaid chart = new LineageMermaid(graph);
        chart.lines.add("flowchart TD");
        graph.lineage().versions().forEach(chart::add);
        return chart.lines;
    }

    private void add(Version version) {
        String name = "n" + names.size();
        names.put(version.id(), name);
        lines.add("  %s[\"%s\"]".formatted(name, label(version)));
        for (VersionId parent : version.parents()) {
            boolean isBase = version.base().filter(parent::equals).isPresent();
            lines.add("  %s %s %s".formatted(names.get(parent), isBase ? "-->" : "-.->", name));
        }
    }

    private String label(Version version) {
        return "%s %s<br/>%s<br/>%s"
                .formatted(
                        escaped(captions.label(version)),
                        escaped(captions.badge(version)),
                        escaped(captions.words(version)),
                        escaped(captions.maker(version)));
    }

    /** Mermaid writes special characters as entities without the ampersand. */
    private static String escaped(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || " .,-_/()!?:+'".indexOf(c) >= 0) {
                result.appendCodePoint(c);
            } else {
                result.append('#').append(c).append(';');
            }
        });
        return result.toString();
    }
}
