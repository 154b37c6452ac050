package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.SubmittedDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.ports.in.RefineImage.AlreadyActive;
import dev.pentimento.ports.in.RefineImage.QueueFull;
import dev.pentimento.ports.in.RefineImage.QuotaExhausted;
import dev.pentimento.ports.in.RefineImage.Rejected;
import dev.pentimento.ports.in.RefineImage.Submission;
import dev.pentimento.ports.in.ShowJob;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Answers submissions: an accepted job is waited for or left to others, for any other the reason is told. */
final class JobDesk {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private final Session session;
    private final Failures failures;
    private final JobWatch watch;

    JobDesk(Session session, Failures failures, JobWatch watch) {
        this.session = session;
        this.failures = failures;
        this.watch = watch;
    }

    /** Gives the exit code. */
    int answer(Submission submission, Task task, Workbench bench) {
        if (submission instanceof Rejected rejected) {
            return failures.tell(FailureCode.INVALID_REQUEST, String.join("; ", rejected.reasons()), null);
        }
        if (submission instanceof AlreadyActive active) {
            return refuse(active.running(), bench);
        }
        if (submission instanceof QuotaExhausted exhausted) {
            return failures.tell(FailureCode.QUOTA_EXHAUSTED, words(exhausted), null);
        }
        if (submission instanceof QueueFull full) {
            return failures.tell(FailureCode.QUEUE_FULL, words(full), null);
        }
        Job job = submission.job().orElseThrow();
        return task.async() ? leave(job) : carryOut(job, task, bench);
    }

    /** Nobody who ends this run waits for more. */
    private int carryOut(Job job, Task task, Workbench bench) {
        int code = watch.carryOut(job, task, bench);
        if (code != ExitCodes.TERMINATED) {
            new LeftLying(session, bench).tell(job.id());
        }
        return code;
    }

    private int refuse(Job running, Workbench bench) {
        int code = failures.tell(FailureCode.ALREADY_ACTIVE, words(running), running.id());
        Neglect.in(session)
                .wayOn(bench.useCases().showJob().handle(ShowJob.Query.of(running.id())))
                .ifPresent(session.console()::hint);
        return code;
    }

    private static String words(Job running) {
        return "No further job may be under way beside %s (%s, \"%s\"); watch it: pentimento watch %s, call it off: pentimento cancel %s, or raise limits.local.active-per-user"
                .formatted(
                        running.id(),
                        running.status().label(),
                        Words.excerpt(JobWords.prompt(running), 40),
                        running.id(),
                        running.id());
    }

    private static String words(QuotaExhausted exhausted) {
        WorkKind kind = exhausted.quota().kind();
        return "All %s of %s are used up (%d); there are new ones from %s, or raise limits.local.%s-per-month"
                .formatted(
                        kind == WorkKind.REFINE ? "refinements" : "generations",
                        MONTH.format(exhausted.quota().month()),
                        exhausted.limit(),
                        Words.minute(exhausted.quota().resetAt()),
                        kind.label());
    }

    private static String words(QueueFull full) {
        return "As many jobs are waiting as may (%d); have them worked on: pentimento work, see which: pentimento jobs, or raise jobs.max-waiting"
                .formatted(full.limit());
    }

    private int leave(Job job) {
        new BackgroundWork(session).ensure();
        Console console = session.console();
        console.line(
                session.options().json()
                        ? Json.write(SubmittedDocument.of(job))
                        : job.id().toString());
        console.hint("Watch it: pentimento watch " + job.id());
        return ExitCodes.OK;
    }
}
