package dev.pentimento.app.cli.graph;

import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ShowLineage;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A lineage as a tree of bases for people; other parents are named beside a version. Works without recursion, whatever the depth. */
public final class LineageTree {
    /** Deeper levels are drawn at this depth, so that ten thousand steps stay readable and small. */
    private static final int DEEPEST = 24;

    private static final int EXCERPT = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Lineage lineage;
    private final ShowLineage.Graph graph;
    private final Captions captions;
    private final Paint paint;
    private final ZoneId zone;

    public LineageTree(ShowLineage.Graph graph, Paint paint, ZoneId zone) {
        this.graph = graph;
        this.lineage = graph.lineage();
        this.captions = new Captions(graph);
        this.paint = paint;
        this.zone = zone;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(heading());
        Deque<Place> open = new ArrayDeque<>();
        push(open, lineage.originals(), "", 0);
        while (!open.isEmpty()) {
            Place place = open.pop();
            lines.add(paint.faint(place.indent()) + caption(place.version()));
            push(open, childrenOf(place.version()), place.indentOfChildren(), place.depth() + 1);
        }
        return lines;
    }

    /** A version, where it is drawn, and whether it is the last of its siblings. */
    private record Place(Version version, String stem, int depth, boolean last) {
        String indent() {
            return depth == 0 ? "" : stem + (last ? "└── " : "├── ");
        }

        String indentOfChildren() {
            if (depth == 0 || depth >= DEEPEST) {
                return stem;
            }
            return stem + (last ? "    " : "│   ");
        }
    }

    /** So that the first sibling is drawn first. */
    private static void push(Deque<Place> open, List<Version> siblings, String stem, int depth) {
        for (int i = siblings.size() - 1; i >= 0; i--) {
            open.push(new Place(siblings.get(i), stem, depth, i == siblings.size() - 1));
        }
    }

    private List<Version> childrenOf(Version base) {
        return lineage.children(base.id()).stream()
                .filter(child -> child.base().filter(base.id()::equals).isPresent())
                .toList();
    }

    private String heading() {
        Brief brief = graph.concept().brief();
        String about = Stream.of(brief.prompt(), brief.logo(), brief.theme())
                .filter(text -> !text.isEmpty())
                .map(text -> " \"" + Words.excerpt(text, EXCERPT) + "\"")
                .findFirst()
                .orElse("");
        int count = lineage.versions().size();
        return paint.faint("Concept " + graph.concept().id())
                + about
                + paint.faint(", %d %s".formatted(count, count == 1 ? "version" : "versions"));
    }

    private String caption(Version version) {
        String facts = "%s, %s, %s"
                .formatted(
                        captions.maker(version),
                        version.image().size(),
                        TIME.format(version.createdAt().atZone(zone)));
        return "%s %s  %s%s  %s"
                .formatted(
                        paint.strong(captions.label(version)),
                        paint.accent(captions.badge(version)),
                        captions.words(version),
                        references(version),
                        paint.faint(facts));
    }

    private String references(Version version) {
        List<VersionId> parents = version.parents();
        return parents.size() < 2
                ? ""
                : parents.stream().skip(1).map(lineage::label).collect(Collectors.joining(", ", " with ", ""));
    }
}
