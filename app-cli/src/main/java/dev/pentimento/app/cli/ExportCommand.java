package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.BundleFile;
import dev.pentimento.app.cli.document.ExportedDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.ExportHistory;
import dev.pentimento.ports.in.ExportHistory.Concepts;
import dev.pentimento.ports.in.ExportHistory.Exported;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Writes the whole history of a concept, or of all, into one file.")
final class ExportCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private ConceptParameter concept = new ConceptParameter();

    @Option(names = "--all", description = "Everything in the home.")
    private boolean all;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE.zip",
            description = "The bundle; replaced when it exists; - = standard output.")
    private String output = "-";

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Concepts concepts = concepts();
        if (output.equals("-")) {
            return exportToPipe(concepts);
        }
        Path file = BundleFile.target(output, session.surroundings().workingDirectory());
        tell(export(concepts, file));
        return ExitCodes.OK;
    }

    private Concepts concepts() {
        if (!all) {
            return new ExportHistory.One(concept.reference());
        }
        if (!concept.reference().isEmpty()) {
            throw new IllegalArgumentException(
                    "--all and '%s' contradict each other; give one".formatted(concept.reference()));
        }
        return new ExportHistory.All();
    }

    private int exportToPipe(Concepts concepts) {
        if (session.surroundings().outIsTerminal()) {
            throw new IllegalArgumentException("A bundle is nothing for a terminal; name a file or use a pipe");
        }
        if (session.options().json()) {
            throw new IllegalArgumentException("-o - and --json both want standard output; name a file for the bundle");
        }
        try (TemporaryBundle bundle = TemporaryBundle.create()) {
            export(concepts, bundle.file());
            bundle.pour(session.console());
        }
        return ExitCodes.OK;
    }

    private Exported export(Concepts concepts, Path file) {
        return session.withWorkbench(bench -> new LongWork(session)
                .carryOut(
                        "Exporting",
                        listener -> bench.useCases()
                                .exportHistory()
                                .handle(new ExportHistory.Command(UserId.LOCAL, concepts, file, listener))));
    }

    private void tell(Exported exported) {
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(ExportedDocument.of(exported)));
            return;
        }
        ResultLines result = new ResultLines(console.paint());
        console.line("%s  %s"
                .formatted(console.paint().strong(exported.file().toString()), Words.megabytes(exported.bytes())));
        console.line(result.fact(
                "holds",
                "%s, %s, %s, %s"
                        .formatted(
                                Words.count(exported.concepts(), "concept"),
                                Words.count(exported.versions(), "version"),
                                Words.count(exported.jobs(), "job"),
                                Words.count(exported.images(), "image"))));
        console.line(result.fact("sha256", exported.sha256()));
    }
}
