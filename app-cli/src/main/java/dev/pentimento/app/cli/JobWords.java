package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.in.ShowJob;

/** What people read of a job. */
final class JobWords {
    private JobWords() {}

    static String prompt(Job job) {
        return job.work()
                .match(
                        refine -> refine.refinement().instruction().text(),
                        generate -> generate.instruction().text(),
                        ask -> "%s: %s".formatted(ask.topic().label(), ask.words()));
    }

    /** An unknown outcome, which is for the user to decide about, is no mere failure. */
    static String status(Job job) {
        return isOutcomeUnknown(job) ? "outcome unknown" : job.status().label();
    }

    static String painted(Job job, Paint paint) {
        String status = status(job);
        return switch (job.status()) {
            case PENDING, PROCESSING -> paint.accent(status);
            case COMPLETED -> paint.good(status);
            case FAILED -> paint.bad(status);
            case CANCELED -> paint.faint(status);
        };
    }

    /** What is known of it now; nothing before a provider is asked. */
    static String cost(ShowJob.Details details) {
        boolean asked = details.calls().stream().anyMatch(ProviderCall::wasSent);
        return asked ? ResultLines.cost(details.history().cost()) : "-";
    }

    static String wayOnFromUnknown(Job job) {
        return job.work().kind() == WorkKind.ASK
                ? "To ask again, and perhaps pay twice: run the command that asked with --accept-possible-charge"
                : "To ask again, and perhaps pay twice: pentimento retry %s --accept-possible-charge"
                        .formatted(job.id());
    }

    static boolean isOutcomeUnknown(Job job) {
        return job.failed()
                .map(JobState.Failed::code)
                .filter(FailureCode.OUTCOME_UNKNOWN::equals)
                .isPresent();
    }
}
