package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.FailureDocument;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.ports.in.RetryJob.MayBeChargedAgain;
import dev.pentimento.ports.in.RetryJob.NothingToRetry;
import dev.pentimento.ports.in.RetryJob.Submitted;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "retry",
        description = {
            "Asks once more for a job that failed or was called off.",
            "What its provider delivered before is used, and not paid again."
        })
final class RetryCommand implements Callable<Integer> {
    private final Session session;
    private final Failures failures;
    private final JobDesk desk;

    @Mixin
    private JobParameter job = new JobParameter();

    @Option(
            names = "--accept-possible-charge",
            description = "Also where a call may have been billed already, and so may be billed twice.")
    private boolean acceptPossibleCharge;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private AsyncOption async = new AsyncOption();

    RetryCommand(Session session, Failures failures, JobDesk desk) {
        this.session = session;
        this.failures = failures;
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Task asked = async.task("Retrying", output.destination(session, 1));
        return session.withWorkbench(asked.working(), bench -> {
            Job known = job.find(bench).job();
            Task task = async.task(
                    "Retrying", output.destination(session, known.work().images()));
            RetryJob.Command command = new RetryJob.Command(UserId.LOCAL, known.id(), acceptPossibleCharge);
            return answer(bench.useCases().retryJob().handle(command), task, bench);
        });
    }

    private int answer(RetryJob.Outcome outcome, Task task, Workbench bench) {
        if (outcome instanceof MayBeChargedAgain warning) {
            return failures.tell(
                    FailureCode.OUTCOME_UNKNOWN, words(warning), warning.job().id());
        }
        if (outcome instanceof NothingToRetry nothing) {
            return failures.tell(
                    FailureCode.INVALID_REQUEST,
                    words(nothing.job()),
                    nothing.job().id());
        }
        return desk.answer(((Submitted) outcome).submission(), task, bench);
    }

    private static String words(MayBeChargedAgain warning) {
        String calls =
                warning.calls().stream().map(RetryCommand::words).distinct().collect(Collectors.joining("; "));
        return "%s of this job may be on the bill already (%s) and would be made again; if that is all right: pentimento retry %s --accept-possible-charge"
                .formatted(
                        Words.count(warning.calls().size(), "call"),
                        calls,
                        warning.job().id());
    }

    private static String words(ProviderCall call) {
        return FailureDocument.of(call)
                .map(failure -> call.provider() + ": " + failure.message())
                .orElse(call.provider());
    }

    private static String words(Job job) {
        return job.status() == JobStatus.COMPLETED
                ? "Job %s is completed; there is nothing to retry".formatted(job.id())
                : "Job %s is %s; watch it with: pentimento watch %s"
                        .formatted(job.id(), job.status().label(), job.id());
    }
}
