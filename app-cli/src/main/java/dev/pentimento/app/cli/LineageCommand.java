package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.LineageDocument;
import dev.pentimento.app.cli.graph.LineageDot;
import dev.pentimento.app.cli.graph.LineageMermaid;
import dev.pentimento.app.cli.graph.LineageTree;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.ShowLineage;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "lineage", description = "Shows how all versions of a concept came from each other.")
final class LineageCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private ConceptParameter concept = new ConceptParameter();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; default: tree on a terminal, else json.")
    private @Nullable Format format;

    LineageCommand(Session session) {
        this.session = session;
    }

    /** Named as users type it. */
    private enum Format {
        tree,
        json,
        dot,
        mermaid
    }

    @Override
    public Integer call() {
        Format wanted = format();
        ShowLineage.Graph graph = session.withWorkbench(bench ->
                bench.useCases().showLineage().handle(new ShowLineage.Query(UserId.LOCAL, concept.reference())));
        lines(graph, wanted).forEach(session.console()::line);
        return ExitCodes.OK;
    }

    private Format format() {
        if (session.options().json() && format != null && format != Format.json) {
            throw new IllegalArgumentException("--json and --format %s contradict each other".formatted(format));
        }
        if (format != null) {
            return format;
        }
        return session.console().speaksJson() ? Format.json : Format.tree;
    }

    private List<String> lines(ShowLineage.Graph graph, Format wanted) {
        Console console = session.console();
        return switch (wanted) {
            case tree ->
                new LineageTree(graph, console.paint(), session.surroundings().zone()).lines();
            case json -> List.of(Json.write(LineageDocument.of(graph)));
            case dot -> LineageDot.lines(graph);
            case mermaid -> LineageMermaid.lines(graph);
        };
    }
}
