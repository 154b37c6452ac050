package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.ledger.CallHistory;
import dev.pentimento.domain.ledger.ProviderCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows one job with all its calls to providers. */
public interface ShowJob {

    /** @throws dev.pentimento.ports.failure.UnknownReference if there is no such job, or more than one */
    Details handle(Query query);

    /**
     * Which one.
     *
     * @param job its id or the beginning of it
     */
    record Query(UserId owner, String job) {
        /** A job of the local user. */
        public static Query of(JobId job) {
            return new Query(UserId.LOCAL, job.toString());
        }
    }

    /**
     * A job.
     *
     * @param ticket its place in the queue, while it is open
     * @param calls in the order of planning
     * @param providerInstalled whether the provider that is to do it, or did it, is one of this installation
     */
    record Details(Job job, Optional<Ticket> ticket, List<ProviderCall> calls, boolean providerInstalled) {
        public Details {
            calls = List.copyOf(calls);
        }

        /** When it may be gone on with at the earliest; empty unless it has to wait. */
        public Optional<Instant> waitsUntil() {
            return ticket.map(Ticket::notBefore).filter(due -> due.isAfter(job.createdAt()));
        }

        public CallHistory history() {
            return new CallHistory(calls);
        }
    }
}
