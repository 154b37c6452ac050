package dev.pentimento.app.cli;

import dev.pentimento.app.cli.batch.BatchFolder;
import dev.pentimento.app.cli.batch.FolderClaim;
import dev.pentimento.app.cli.document.BatchDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.terminal.BatchProgress;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Interrupts.Cause;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.in.ShowBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Has a batch worked on, writes down what comes of it, and shows how it gets on. */
final class BatchDesk {
    private final Session session;
    private final Failures failures;
    private final Console console;

    BatchDesk(Session session, Failures failures) {
        this.session = session;
        this.failures = failures;
        this.console = session.console();
    }

    /** Does what nobody else may do in the folder meanwhile. Gives the exit code. */
    int alone(BatchFolder folder, IntSupplier work) {
        try (FolderClaim claim = folder.claim().orElse(null)) {
            return claim == null
                    ? failures.tell(
                            FailureCode.ALREADY_ACTIVE,
                            "Another process works on the batch in '%s'; wait until it is done, or name another folder with --output-dir"
                                    .formatted(folder.path()),
                            null)
                    : work.getAsInt();
        }
    }

    /**
     * Gives the exit code.
     *
     * @param check refuses to go on with a batch
     */
    int work(
            BatchFolder folder,
            int atOnce,
            Consumer<Batch> check,
            Function<Consumer<RunBatch.News>, RunBatch.Command> command) {
        try (Workbench bench = session.home().openForJobs(atOnce)) {
            folder.batch().flatMap(id -> known(id, bench)).ifPresent(check);
            return work(folder, bench, command);
        }
    }

    /** Empty if it is not there; whoever goes on with it says so. */
    private static Optional<Batch> known(BatchId id, Workbench bench) {
        try {
            return Optional.of(
                    bench.useCases().showBatch().handle(ShowBatch.Query.of(id)).batch());
        } catch (UnknownReference e) {
            return Optional.empty();
        }
    }

    private int work(BatchFolder folder, Workbench bench, Function<Consumer<RunBatch.News>, RunBatch.Command> command) {
        CallingOff callingOff = new CallingOff(session, bench, failures);
        try (BatchProgress progress = console.batchProgress()) {
            BatchPaper paper = new BatchPaper(folder, bench, failures, progress);
            session.interruption().isAnswered(callingOff::answer);
            RunBatch.Outcome outcome = patiently(bench, command.apply(callingOff.andThen(paper)), callingOff);
            return outcome.match(
                    ended -> end(folder, bench, ended.batch().id(), callingOff.cause()),
                    running -> failures.tell(
                            FailureCode.ALREADY_ACTIVE,
                            "Another process has the batch in hand; end that first, or try again when it is done",
                            null));
        } finally {
            session.interruption().takesNothingBack();
        }
    }

    /** A process that was killed keeps its batch for the time of a lease. */
    private RunBatch.Outcome patiently(Workbench bench, RunBatch.Command command, CallingOff callingOff) {
        RunBatch.Outcome outcome = bench.useCases().runBatch().handle(command);
        Instant until = outcome.match(ended -> Instant.MIN, RunBatch.AlreadyRunning::until);
        while (outcome instanceof RunBatch.AlreadyRunning
                && session.surroundings().now().isBefore(until)) {
            console.hint("Another process has the batch in hand, or was killed with it; waiting for at most %d s"
                    .formatted(Duration.between(session.surroundings().now(), until)
                                    .toSeconds()
                            + 1));
            if (callingOff.cause() != null || !paused()) {
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
