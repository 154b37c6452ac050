package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.SubmittedDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.ShowJob;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "cancel", description = "Calls a job off; one that has ended stays as it is.")
final class CancelCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private JobParameter job = new JobParameter();

    CancelCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.withWorkbench(bench -> {
            ShowJob.Details before = job.find(bench);
            CancelJob.Command command =
                    new CancelJob.Command(UserId.LOCAL, before.job().id());
            tell(before, bench.useCases().cancelJob().handle(command));
            return ExitCodes.OK;
        });
    }

    private void tell(ShowJob.Details before, Job after) {
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(SubmittedDocument.of(after)));
            return;
        }
        String verdict = before.job().isFinal() ? "had ended before: " + JobWords.status(after) : "is called off";
        console.line("Job %s %s".formatted(after.id(), verdict));
        if (!before.job().isFinal() && mayBeBilled(before)) {
            console.hint("What its provider was asked for may still be billed; see: pentimento jobs " + after.id());
        }
    }

    private static boolean mayBeBilled(ShowJob.Details before) {
        return before.calls().stream()
                .filter(ProviderCall::wasSent)
                .anyMatch(call -> call.status().isOpen() && !call.isFree());
    }
}
