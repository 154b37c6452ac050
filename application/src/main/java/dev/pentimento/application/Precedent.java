package dev.pentimento.application;

import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.submission.SubmissionKey;
import dev.pentimento.ports.out.RecordReader;
import java.util.Optional;

/**
 * What is known of a question that somebody asks by hand: the job of the last time it was asked, and its last call.
 *
 * @param number of the answer, from 1
 * @param key of that job, or of the one to come where there is none
 */
record Precedent(int number, SubmissionKey key, Optional<Job> job, Optional<ProviderCall> call) {

    /** The call that answered it last; each answer has a number of its own, from 1. */
    static Optional<CallId> answered(RecordReader reader, UserId owner, RequestHash request) {
        int next = open(reader, owner, request).number;
        return next == 1
                ? Optional.empty()
                : numbered(reader, owner, request, next - 1).call().map(ProviderCall::id);
    }

    /** For the answer that is still to come. */
    static Precedent open(RecordReader reader, UserId owner, RequestHash request) {
        Precedent each = numbered(reader, owner, request, 1);
        while (each.isAnswered()) {
            each = numbered(reader, owner, request, each.number + 1);
        }
        return each;
    }

    private static Precedent numbered(RecordReader reader, UserId owner, RequestHash request, int number) {
        SubmissionKey key = new SubmissionKey("question:%s:%d".formatted(request, number), request);
        Optional<Job> job = reader.submitted(owner, key.key())
                .flatMap(known -> known.made().job())
                .flatMap(reader::job);
        return new Precedent(number, key, job, job.flatMap(found -> last(reader, found)));
    }

    static Optional<ProviderCall> last(RecordReader reader, Job job) {
        return reader.calls(job.id()).stream().reduce((earlier, later) -> later);
    }

    private boolean isAnswered() {
        return call.filter(last -> last.status() == CallStatus.DONE).isPresent();
    }

    /** Whether it has left, and nothing came back so far. */
    boolean isOpen() {
        return call.filter(last -> last.status().isOpen()).isPresent();
    }

    /** Whether to ask once more may be to pay once more: also where it is certain that it was paid, and brought nothing. */
    boolean mayHaveBeenPaid() {
        return call.filter(last -> last.state() instanceof CallState.OutcomeUnknown
                        || (last.state() instanceof CallState.Failed failed && failed.billing() != Billing.FREE))
                .isPresent();
    }
}
