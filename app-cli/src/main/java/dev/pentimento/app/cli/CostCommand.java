package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.CostsDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.SumCosts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "cost",
        description =
                "What calls to providers cost, by concept, provider and day; what is reported, estimated and unknown apart.")
final class CostCommand implements Callable<Integer> {
    private final Session session;

    CostCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SumCosts.Summary summary =
                session.withWorkbench(bench -> bench.useCases().sumCosts().handle(new SumCosts.Query(UserId.LOCAL)));
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(CostsDocument.of(summary)));
        } else {
            new CostLines(summary, console.paint()).lines().forEach(console::line);
        }
        return ExitCodes.OK;
    }
}
