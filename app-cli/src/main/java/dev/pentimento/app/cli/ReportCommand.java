package dev.pentimento.app.cli;

import dev.pentimento.app.cli.batch.BatchFolder;
import dev.pentimento.app.cli.document.FiguresDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.loop.LoopFigures;
import dev.pentimento.ports.in.SumRuns;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        description = {
            "What the loop brought: scores by round, best of several, refining against making more, and why it stopped.",
            "Figures of images that come from no trained model are said to be simulated."
        },
        footer = {"", "Example:", "  pentimento report out"})
final class ReportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description = "Folders that batches left; default: every batch of the home.")
    private List<String> folders = List.of();

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SumRuns.Query query = new SumRuns.Query(
                UserId.LOCAL, folders.stream().map(this::batch).toList());
        LoopFigures figures =
                session.withWorkbench(bench -> bench.useCases().sumRuns().handle(query));
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(FiguresDocument.of(figures)));
        } else {
            new FigureLines(console.paint()).of(figures).forEach(console::line);
        }
        return ExitCodes.OK;
    }

    private BatchId batch(String folder) {
        return new BatchFolder(session.surroundings()
                        .workingDirectory()
                        .resolve(folder)
                        .toAbsolutePath()
                        .normalize())
                .batch()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no batch in '%s'; name a folder that 'pentimento batch' wrote".formatted(folder)));
    }
}
