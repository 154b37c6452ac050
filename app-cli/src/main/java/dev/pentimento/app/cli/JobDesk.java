package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.Located;
import dev.pentimento.app.cli.document.RefinedDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.JobProgress;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.in.WatchJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Waits for an accepted job with live progress, hands over what it made, and takes it back on Ctrl-C. */
final class JobDesk {
    private final Session session;
    private final Failures failures;
    private final Console console;

    JobDesk(Session session, Failures failures) {
        this.session = session;
        this.failures = failures;
        this.console = session.console();
    }

    /**
     * Gives the exit code.
     *
     * @param task what is being done, in a word
     */
    int carryOut(String task, Workbench bench, Job job, Destination destination) {
        session.interruption().takesBack(() -> takeBack(bench, job));
        try {
            return handOver(bench, follow(task, bench, job), destination);
        } finally {
            session.interruption().takesNothingBack();
        }
    }

    int refuse(List<String> reasons) {
        return failures.tell(FailureCode.INVALID_REQUEST, String.join("; ", reasons), null);
    }

    private void takeBack(Workbench bench, Job job) {
        try {
            bench.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));
        } catch (PentimentoException e) {
            failures.tell(e);
        }
    }

    private Job follow(String task, Workbench bench, Job job) {
        JobProgress progress = console.progress(task);
        try {
            return bench.watchJob().handle(WatchJob.Query.of(job.id(), progress::show));
        } finally {
            progress.close();
        }
    }

    private int handOver(Workbench bench, Job job, Destination destination) {
        Optional<JobState.Failed> failed = job.failed();
        if (failed.isPresent()) {
            return failures.tell(failed.get().code(), failed.get().message(), job.id());
        }
        Optional<JobState.Completed> completed = job.completed();
        if (completed.isEmpty()) {
            return failures.tell(
                    FailureCode.CANCELED, "Interrupted; the job was called off and nothing was made", job.id());
        }
        tell(job, completed.get(), deliver(bench, completed.get(), destination), destination);
        return ExitCodes.OK;
    }

    private static List<Located> deliver(Workbench bench, JobState.Completed completed, Destination destination) {
        List<Located> delivered = new ArrayList<>();
        for (VersionId id : completed.versions()) {
            VersionReference reference = new VersionReference(id.toString());
            ShowVersion.Details details = bench.showVersion().handle(new ShowVersion.Query(UserId.LOCAL, reference));
            delivered.add(destination.deliver(bench, details, delivered.size() + 1));
        }
        return delivered;
    }

    private void tell(Job job, JobState.Completed completed, List<Located> versions, Destination destination) {
        if (!destination.isStandardOutput() && console.speaksJson()) {
            console.line(Json.write(RefinedDocument.of(job, completed, versions)));
            return;
        }
        tellPeople(job, completed, versions, destination.isStandardOutput());
    }

    private void tellPeople(Job job, JobState.Completed completed, List<Located> versions, boolean aside) {
        if (aside && console.isQuiet()) {
            return;
        }
        Consumer<String> lines = aside ? console::note : console::line;
        ResultLines result = new ResultLines(aside ? console.errorPaint() : console.paint());
        result.of(job, completed, versions).forEach(lines);
        if (!console.isQuiet()) {
            result.hint(versions).ifPresent(lines);
        }
    }
}
