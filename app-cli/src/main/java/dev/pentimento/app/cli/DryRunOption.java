package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.PlanDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.ports.in.PlanRefinement;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Whether it is only told what would be done. */
final class DryRunOption {
    @Option(
            names = "--dry-run",
            description = "Tell who would do it, how, with which words and for how much; ask nobody and keep nothing.")
    private boolean dryRun;

    boolean isOn() {
        return dryRun;
    }

    /** Gives the exit code. */
    int tell(Session session, Task task, Function<Workbench, PlanRefinement.Plan> planning) {
        if (task.async() || !(task.destination() instanceof Destination.Vault)) {
            throw new IllegalArgumentException("--dry-run makes nothing that -o could write or --async could leave");
        }
        PlanRefinement.Plan plan = session.withWorkbench(planning);
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(PlanDocument.of(plan)));
        } else {
            new PlanLines(plan, console.paint()).lines().forEach(console::line);
        }
        return ExitCodes.OK;
    }
}
