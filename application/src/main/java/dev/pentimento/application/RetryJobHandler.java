package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallHistory;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.RetryJob;
import java.util.List;

final class RetryJobHandler implements RetryJob {
    private final Journal journal;
    private final Queue queue;

    RetryJobHandler(Journal journal, Queue queue) {
        this.journal = journal;
        this.queue = queue;
    }

    /** Where somebody else retried it at the same time, that is looked at as it is then. */
    @Override
    public Outcome handle(Command command) {
        Job job = Jobs.find(journal.records(), command.owner(), command.job());
        requireImages(job);
        if (job.status() != JobStatus.FAILED && job.status() != JobStatus.CANCELED) {
            return new NothingToRetry(job);
        }
        List<ProviderCall> calls = journal.records().read(records -> records.calls(job.id()));
        List<ProviderCall> unsure = new CallHistory(calls)
                .lastRoundOfUndoneParts().stream()
                        .filter(RetryJobHandler::mayHaveBeenBilled)
                        .toList();
        if (!unsure.isEmpty() && !command.acceptPossibleCharge()) {
            return new MayBeChargedAgain(job, unsure);
        }
        int round = calls.stream().mapToInt(ProviderCall::round).max().orElse(0) + 1;
        return queue.again(job, new Queue.Again(round, command.priority()))
                .<Outcome>map(Submitted::new)
                .orElseGet(() -> handle(command));
    }

    private static void requireImages(Job job) {
        if (!job.work().kind().makesImages()) {
            throw new ProviderFailure.InvalidRequest(
                    "Job %s is a question that was asked by hand; ask it again by the command that asked it, where it may be charged twice with --accept-possible-charge"
                            .formatted(job.id()));
        }
    }

    /** Billed for certain, and brought nothing, counts as well: it would be billed again. */
    private static boolean mayHaveBeenBilled(ProviderCall call) {
        boolean lost = call.status() == CallStatus.SENDING || call.status() == CallStatus.OUTCOME_UNKNOWN;
        boolean failed = call.state() instanceof CallState.Failed failure && failure.billing() != Billing.FREE;
        return !call.isFree() && (lost || failed);
    }
}
