package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.ShownDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.in.ShowVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows one version with every parameter that made it.")
final class ShowCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "VERSION", description = "Its id or its label, such as A1 or CONCEPT/A1.")
    private VersionReference version = new VersionReference("A");

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ShowVersion.Details details = session.withWorkbench(
                bench -> bench.showVersion().handle(new ShowVersion.Query(UserId.LOCAL, version)));
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(ShownDocument.of(details)));
        } else {
            new ShownLines(details, console.paint(), session.surroundings().zone())
                    .lines()
                    .forEach(console::line);
        }
        return ExitCodes.OK;
    }
}
