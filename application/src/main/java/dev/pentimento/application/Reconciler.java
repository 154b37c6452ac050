package dev.pentimento.application;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sees to it that no open job is forgotten, whoever was working on it: one process at a time does this for all. Each job is put right in a
 * transaction of its own, guarded by the state it is in then.
 */
final class Reconciler {
    private static final String TASK = "reconciler";

    private final Journal journal;
    private final Endings endings;
    private final Ledger ledger;
    private final Queue queue;
    private final Policies policies;
    private final Mint mint;
    private final String name;

    Reconciler(Journal journal, Endings endings, Ledger ledger, Queue queue, Policies policies, Mint mint) {
        this.journal = journal;
        this.endings = endings;
        this.ledger = ledger;
        this.queue = queue;
        this.policies = policies;
        this.mint = mint;
        this.name = mint.name();
    }

    /** How often it is to be run. */
    Duration period() {
        return policies.lease().dividedBy(3);
    }

    /** Does nothing if another process does it. */
    void run() {
        if (leads()) {
            OneByOne.each(openTickets(), ticket -> "Job " + ticket.job(), this::putRight);
            OneByOne.each(leftCalls(), call -> "Provider call " + call.id(), this::close);
        }
    }

    private boolean leads() {
        Instant now = mint.now();
        return journal.records().write(writer -> writer.lead(TASK, new Lease(name, now.plus(policies.lease())), now));
    }

    private List<Ticket> openTickets() {
        Instant now = mint.now();
        return journal.records()
                .read(records -> records.tickets().stream()
                        .filter(ticket -> isLeft(ticket, now))
                        .toList());
    }

    /** Nobody works on it: its worker was lost, its time is up, or the dispatcher must have forgotten it. */
    private boolean isLeft(Ticket ticket, Instant now) {
        boolean overdue =
                ticket.notBefore().plus(policies.lease().multipliedBy(10)).isBefore(now);
        return !ticket.isHeld(now) && (ticket.lease() != null || ticket.isLate(now) || overdue);
    }

    private void putRight(Ticket seen) {
        journal.write(entry -> {
                    Optional<Job> job = entry.writer().job(seen.job());
                    return entry.writer()
                            .ticket(seen.job())
                            .filter(ticket -> isLeft(ticket, mint.now()))
                            .flatMap(ticket -> job.flatMap(left -> putRight(entry, left, ticket)));
                })
                .ifPresent(queue::dispatchAgain);
    }

    /** The ticket to be dispatched; empty if the job has come to its end. */
    private Optional<Ticket> putRight(Journal.Entry entry, Job job, Ticket ticket) {
        if (ticket.isLate(mint.now()) && !Endings.isDelivered(entry, job)) {
            endings.timeOut(entry, job);
            return Optional.empty();
        }
        if (job.status() == JobStatus.PROCESSING && job.attempt() >= policies.maxAttempts()) {
            endings.giveUp(entry, job);
            return Optional.empty();
        }
        if (job.status() == JobStatus.PROCESSING) {
            entry.writer().replace(job, job.requeue());
            entry.note(JobEvent.ofJob(job.id(), JobEvent.Kind.POSTPONED, 0, "Its worker was lost"));
        }
        Ticket free = ticket.lease() == null ? ticket : ticket.released(mint.now());
        entry.writer().replace(ticket, free);
        return Optional.of(free);
    }

    /** Calls of which nobody has said anything for so long that nobody can be waiting any more, if their jobs have ended or are questions. */
    private List<ProviderCall> leftCalls() {
        Instant longAgo = mint.now().minus(policies.lease().multipliedBy(2));
        return journal.records()
                .read(records -> records.openCalls().stream()
                        .filter(call -> call.status() != CallStatus.ACCEPTED
                                && call.changedAt().isBefore(longAgo))
                        .toList());
    }

    private void close(ProviderCall left) {
        Optional<Job> job = journal.records().read(reader -> reader.job(left.job()));
        if (job.filter(Job::isFinal).isPresent()) {
            journal.write(entry -> {
                entry.writer().call(left.id()).ifPresent(call -> ledger.close(entry, call));
                return left;
            });
        }
        job.filter(open -> !open.isFinal() && !open.work().kind().makesImages()).ifPresent(this::giveUp);
    }

    /** A question is in no queue: the process that asks it does so by itself. */
    private void giveUp(Job question) {
        journal.write(entry -> {
            if (entry.writer().job(question.id()).filter(question::equals).isPresent()) {
                endings.fail(entry, question, FailureCode.OUTCOME_UNKNOWN, Precedents.lost(question));
            }
            return question;
        });
    }
}
