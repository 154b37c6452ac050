package dev.pentimento.app.cli;

import dev.pentimento.app.cli.Interruption.Answer;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.Located;
import dev.pentimento.app.cli.document.RefinedDocument;
import dev.pentimento.app.cli.document.SubmittedDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Interrupts.Cause;
import dev.pentimento.app.cli.terminal.JobProgress;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.ShowJob;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.in.WatchJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Waits for a job with live progress and hands over what it made. */
final class JobWatch {
    /** A little more than a call under way has time to finish. */
    private static final Duration PARKING = Duration.ofSeconds(35);

    private final Session session;
    private final Failures failures;
    private final Console console;

    JobWatch(Session session, Failures failures) {
        this.session = session;
        this.failures = failures;
        this.console = session.console();
    }

    /** A job of this run, which gives the exit code: Ctrl-C calls it off, any other end of the run leaves it to others. */
    int carryOut(Job job, Task task, Workbench bench) {
        Waiting waiting = new Waiting();
        session.interruption()
                .isAnswered(cause -> cause == Cause.CTRL_C
                        ? Answer.takingBack(() -> callOff(job, bench))
                        : new Answer(waiting::breakOff, PARKING));
        try {
            Job last = follow(job, task.title(), waiting, bench);
            return last.isFinal() ? handOver(last, task.destination(), bench) : park(last, task.destination(), bench);
        } finally {
            session.interruption().takesNothingBack();
        }
    }

    /** A job that others work on; any end of this run leaves it alone. */
    int lookOn(Job job, Destination destination, Workbench bench) {
        Waiting waiting = new Waiting();
        session.interruption().takesBack(waiting::breakOff);
        Pulse vigil = Vigil.begin(job.id(), session, bench);
        try {
            Job last = follow(job, "Watching", waiting, bench);
            return last.isFinal() ? handOver(last, destination, bench) : leave(last);
        } finally {
            vigil.close();
            session.interruption().takesNothingBack();
        }
    }

    private void callOff(Job job, Workbench bench) {
        try {
            bench.useCases().cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));
        } catch (PentimentoException e) {
            failures.tell(e);
        }
    }

    private Job follow(Job job, String title, Waiting waiting, Workbench bench) {
        JobProgress progress = console.progress(title);
        try (waiting) {
            return bench.useCases().watchJob().handle(WatchJob.Query.of(job.id(), progress::show));
        } finally {
            progress.close();
        }
    }

    private int park(Job job, Destination destination, Workbench bench) {
        console.hint("Ending; a call under way has 30 seconds to finish");
        bench.stopWorking();
        Job now = bench.useCases().showJob().handle(ShowJob.Query.of(job.id())).job();
        if (now.isFinal()) {
            return handOver(now, destination, bench);
        }
        console.note(
                "Ended before the job was done; it is left to others. Go on with it: pentimento work, watch it: pentimento watch "
                        + job.id());
        if (session.options().json()) {
            console.line(Json.write(SubmittedDocument.of(now)));
        }
        return ExitCodes.TERMINATED;
    }

    private int leave(Job job) {
        return failures.tell(
                FailureCode.CANCELED,
                "Interrupted; the job goes on, watch it again: pentimento watch " + job.id(),
                job.id());
    }

    private int handOver(Job job, Destination destination, Workbench bench) {
        Optional<JobState.Completed> completed = job.completed();
        if (completed.isEmpty()) {
            return tellFailure(job);
        }
        List<Located> versions = deliver(completed.get(), destination, bench);
        tell(bench.useCases().showJob().handle(ShowJob.Query.of(job.id())), completed.get(), versions, destination);
        return ExitCodes.OK;
    }

    private int tellFailure(Job job) {
        FailureCode code = job.failed().map(JobState.Failed::code).orElse(FailureCode.CANCELED);
        String message =
                job.failed().map(JobState.Failed::message).orElse("The job was called off and nothing was made");
        String wayOn = JobWords.isOutcomeUnknown(job) ? ". " + JobWords.wayOnFromUnknown(job) : "";
        return failures.tell(code, message + wayOn, job.id());
    }

    private static List<Located> deliver(JobState.Completed completed, Destination destination, Workbench bench) {
        List<Located> delivered = new ArrayList<>();
        for (VersionId id : completed.versions()) {
            ShowVersion.Details details = bench.useCases().showVersion().handle(ShowVersion.Query.of(id));
            delivered.add(destination.deliver(bench, details, delivered.size() + 1));
        }
        return delivered;
    }

    private void tell(
            ShowJob.Details details, JobState.Completed completed, List<Located> versions, Destination destination) {
        Shortfall shortfall = Shortfall.of(details);
        if (!destination.isStandardOutput() && console.speaksJson()) {
            console.line(Json.write(RefinedDocument.of(details, completed, versions, shortfall.failures())));
            return;
        }
        boolean aside = destination.isStandardOutput();
        if (aside && console.isQuiet()) {
            return;
        }
        Consumer<String> lines = aside ? console::note : console::line;
        ResultLines result = new ResultLines(aside ? console.errorPaint() : console.paint());
        result.of(details, completed, versions).forEach(lines);
        result.warning(shortfall).ifPresent(lines);
        if (!console.isQuiet()) {
            result.hint(versions).ifPresent(lines);
        }
    }
}
