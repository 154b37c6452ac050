package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallHistory;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.lineage.Version;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Ends jobs within a transaction: the job, its calls, its quota and the event that tells of it belong together. */
final class Endings {
    private final Ledger ledger;
    private final Policies policies;
    private final Mint mint;

    Endings(Ledger ledger, Policies policies, Mint mint) {
        this.ledger = ledger;
        this.policies = policies;
        this.mint = mint;
    }

    /** For a job that is the caller's: its versions, its calls, its cost. */
    void complete(Journal.Entry entry, Draft draft) {
        Job job = draft.job();
        settle(entry, draft);
        Cost cost = new CallHistory(entry.writer().calls(job.id())).cost();
        List<VersionId> versions = draft.versions().stream().map(Version::id).toList();
        Job done = job.complete(versions, draft.report().costing(cost), mint.now());
        if (!entry.writer().replace(job, done)) {
            throw new IllegalStateException("Job %s moved within a transaction".formatted(job.id()));
        }
        entry.writer().addVersions(draft.versions());
        entry.writer().settleQuota(job.id());
        entry.note(JobEvent.ofJob(job.id(), JobEvent.Kind.ENDED, 1, ""));
    }

    /** What was delivered is paid, whether or not the job still wants it. */
    void settle(Journal.Entry entry, Draft draft) {
        draft.delivered().forEach(part -> ledger.settle(entry, part));
    }

    /** Whatever the job failed for, it says so if it may have been paid. */
    void fail(Journal.Entry entry, Job job, FailureCode code, String message) {
        boolean unsaid = code != FailureCode.OUTCOME_UNKNOWN
                && entry.writer().calls(job.id()).stream().anyMatch(Endings::mayBeCharged);
        String said = unsaid ? message + "; a request of it left all the same, and may be charged" : message;
        end(entry, job, job.fail(code, said, mint.now()), said);
    }

    private static boolean mayBeCharged(ProviderCall call) {
        boolean unknown = call.status() == CallStatus.SENDING || call.status() == CallStatus.OUTCOME_UNKNOWN;
        boolean unsaid = call.state() instanceof CallState.Failed failed && failed.billing() == Billing.UNKNOWN;
        return (unknown || unsaid) && !call.isFree();
    }

    void timeOut(Journal.Entry entry, Job job) {
        String message =
                "The job took longer than %s and was stopped; raise the time limit under jobs".formatted(timeOf(job));
        fail(
                entry,
                job,
                FailureCode.CANCELED,
                isStillMade(entry, job)
                        ? message + ", or retry it to fetch what the provider still makes of it"
                        : message);
    }

    /** For a job that could go on only when its time is over. */
    void runOut(Journal.Entry entry, Job job, String provider, Postponed postponed) {
        postponed
                .refusal()
                .ifPresentOrElse(
                        code -> fail(entry, job, code, tooLate(job, provider, postponed)), () -> timeOut(entry, job));
    }

    private String tooLate(Job job, String provider, Postponed postponed) {
        return "Provider '%s' cannot be asked before %s, and the job may take no longer than %s; retry it then: %s"
                .formatted(provider, postponed.until().truncatedTo(ChronoUnit.SECONDS), timeOf(job), postponed.why());
    }

    private String timeOf(Job job) {
        return Spelled.of(policies.timeout(job.work().kind()));
    }

    private static boolean isStillMade(Journal.Entry entry, Job job) {
        return entry.writer().calls(job.id()).stream().anyMatch(call -> call.status() == CallStatus.ACCEPTED);
    }

    /** Whether something came of it that only has to be finished, and nothing more can come. */
    static boolean isDelivered(Journal.Entry entry, Job job) {
        return !isStillMade(entry, job)
                && entry.writer().calls(job.id()).stream()
                        .anyMatch(call -> call.delivery()
                                .filter(delivery -> !delivery.images().isEmpty())
                                .isPresent());
    }

    /** For a job whose workers were lost again and again. */
    void giveUp(Journal.Entry entry, Job job) {
        fail(
                entry,
                job,
                FailureCode.INTERNAL,
                "The job was begun %d times, and lost its worker again; see why workers end, then retry it"
                        .formatted(job.attempt()));
    }

    /** The job as it is then. */
    Job cancel(Journal.Entry entry, Job job) {
        Job canceled = job.cancel(mint.now());
        entry.writer().replace(job, canceled);
        release(entry, job.id());
        entry.note(JobEvent.ofJob(job.id(), JobEvent.Kind.ENDED, 0, "It was called off"));
        return canceled;
    }

    private void end(Journal.Entry entry, Job job, Job ended, String message) {
        if (!entry.writer().replace(job, ended)) {
            return;
        }
        ledger.close(entry, job.id());
        release(entry, job.id());
        entry.note(JobEvent.ofJob(job.id(), JobEvent.Kind.ENDED, 0, message));
    }

    /** Keeps the quota of a job for which a provider was paid, or may have been. */
    private static void release(Journal.Entry entry, JobId job) {
        boolean free =
                entry.writer().calls(job).stream().allMatch(call -> call.cost().isFree());
        if (free) {
            entry.writer().releaseQuota(job);
        } else {
            entry.writer().settleQuota(job);
        }
    }
}
