package dev.pentimento.app.cli;

import dev.pentimento.app.cli.Interruption.Answer;
import dev.pentimento.app.cli.batch.BatchFolder;
import dev.pentimento.app.cli.document.BatchDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.terminal.BatchProgress;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Interrupts.Cause;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.in.CancelBatch;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.in.ShowBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has a batch worked on, writes down what comes of it, and shows how it gets on. */
final class BatchDesk {
    /** A little more than a call under way has time to finish. */
    private static final Duration STOPPING = Duration.ofSeconds(35);

    private final Session session;
    private final Failures failures;
    private final Console console;

    BatchDesk(Session session, Failures failures) {
        this.session = session;
        this.failures = failures;
        this.console = session.console();
    }

    /** Gives the exit code. */
    int work(BatchFolder folder, int atOnce, Function<Consumer<RunBatch.News>, RunBatch.Command> command) {
        try (Workbench bench = session.home().openForJobs(atOnce)) {
            return work(folder, bench, command);
        }
    }

    private int work(BatchFolder folder, Workbench bench, Function<Consumer<RunBatch.News>, RunBatch.Command> command) {
        AtomicReference<Cause> cause = new AtomicReference<>();
        try (BatchProgress progress = console.batchProgress()) {
            BatchPaper paper = new BatchPaper(folder, bench, failures, progress);
            session.interruption().isAnswered(why -> {
                cause.set(why);
                return new Answer(() -> callOff(paper.batch(), bench), STOPPING);
            });
            RunBatch.Outcome outcome = patiently(bench, command.apply(paper), cause);
            return outcome.match(
                    ended -> end(folder, bench, ended.batch().id(), cause.get()),
                    running -> failures.tell(
                            FailureCode.ALREADY_ACTIVE,
                            "Another process has the batch in hand; end that first, or try again when it is done",
                            null));
        } finally {
            session.interruption().takesNothingBack();
        }
    }

    private void callOff(@Nullable BatchId batch, Workbench bench) {
        if (batch == null) {
            return;
        }
        console.hint("Ending; nothing new is begun, and calls under way have 30 seconds to finish");
        try {
            bench.useCases().cancelBatch().handle(new CancelBatch.Command(UserId.LOCAL, batch));
        } catch (PentimentoException e) {
            failures.tell(e);
        }
    }

    /** A process that was killed keeps its batch for the time of a lease. */
    private RunBatch.Outcome patiently(Workbench bench, RunBatch.Command command, AtomicReference<Cause> cause) {
        RunBatch.Outcome outcome = bench.useCases().runBatch().handle(command);
        Instant until = outcome.match(ended -> Instant.MIN, RunBatch.AlreadyRunning::until);
        while (outcome instanceof RunBatch.AlreadyRunning
                && session.surroundings().now().isBefore(until)) {
            console.hint("Another process has the batch in hand, or was killed with it; waiting for at most %d s"
                    .formatted(Duration.between(session.surroundings().now(), until)
                                    .toSeconds()
                            + 1));
            if (cause.get() != null || !paused()) {
                return outcome;
            }
            outcome = bench.useCases().runBatch().handle(command);
        }
        return outcome;
    }

    private static boolean paused() {
        try {
            TimeUnit.SECONDS.sleep(3);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int end(BatchFolder folder, Workbench bench, BatchId batch, @Nullable Cause cause) {
        ShowBatch.Details details = bench.useCases().showBatch().handle(ShowBatch.Query.of(batch));
        BatchDocument document = folder.write(details);
        if (console.speaksJson()) {
            console.line(Json.write(document));
        } else {
            new BatchLines(console.paint()).of(document).forEach(console::line);
        }
        if (cause != null) {
            console.hint("Go on with the same command and --resume");
            return cause == Cause.CTRL_C ? ExitCodes.INTERRUPTED : ExitCodes.TERMINATED;
        }
        return BatchExit.code(details);
    }
}
