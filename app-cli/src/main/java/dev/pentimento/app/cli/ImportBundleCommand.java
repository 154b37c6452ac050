package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.BundleFile;
import dev.pentimento.app.cli.document.ImportedBundleDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.ImportHistory;
import dev.pentimento.ports.in.ImportHistory.Count;
import dev.pentimento.ports.in.ImportHistory.Imported;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "import-bundle",
        description = "Takes in what export wrote: all of it, or nothing. What is there already stays as it is.")
final class ImportBundleCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE.zip", description = "The bundle; - = standard input.")
    private String file = "-";

    ImportBundleCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        tell(file.equals("-") ? importFromPipe() : importFrom(source()));
        return ExitCodes.OK;
    }

    private Path source() {
        return BundleFile.source(file, session.surroundings().workingDirectory());
    }

    private Imported importFromPipe() {
        try (TemporaryBundle bundle = TemporaryBundle.create()) {
            bundle.fill(session.surroundings().in());
            return importFrom(bundle.file());
        }
    }

    private Imported importFrom(Path bundle) {
        return session.withWorkbench(bench -> new LongWork(session)
                .carryOut(
                        "Importing",
                        listener -> bench.useCases()
                                .importHistory()
                                .handle(new ImportHistory.Command(UserId.LOCAL, bundle, listener))));
    }

    private void tell(Imported imported) {
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(ImportedBundleDocument.of(imported)));
            return;
        }
        ResultLines result = new ResultLines(console.paint());
        imported.concepts().forEach(concept -> console.line(console.paint().strong(concept.toString())));
        console.line(result.fact("concepts", words(imported.conceptCount())));
        console.line(result.fact("versions", words(imported.versions())));
        console.line(result.fact("jobs", words(imported.jobs())));
        console.line(result.fact("images", words(imported.images())));
    }

    private static String words(Count count) {
        int known = count.total() - count.added();
        return known == 0 ? "%d new".formatted(count.added()) : "%d new, %d known".formatted(count.added(), known);
    }
}
