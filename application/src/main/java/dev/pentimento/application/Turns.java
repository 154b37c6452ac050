package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.ports.out.JobDispatcher.Delivery;
import dev.pentimento.ports.out.JobDispatcher.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes jobs from the queue and gives them back, each by one transaction that only the right worker can make. */
final class Turns {
    private final Journal journal;
    private final Endings endings;
    private final Policies policies;
    private final Queue queue;
    private final Mint mint;

    Turns(Journal journal, Endings endings, Policies policies, Queue queue, Mint mint) {
        this.journal = journal;
        this.endings = endings;
        this.policies = policies;
        this.queue = queue;
        this.mint = mint;
    }

    /** What comes of a delivery: a job to work on, or what to tell the dispatcher. */
    sealed interface Begun {
        <T> T match(Function<RunningJob, T> running, Function<Outcome, T> outcome);

        record Running(RunningJob job) implements Begun {
            @Override
            public <T> T match(Function<RunningJob, T> running, Function<Outcome, T> outcome) {
                return running.apply(job);
            }
        }

        record Not(Outcome what) implements Begun {
            @Override
            public <T> T match(Function<RunningJob, T> running, Function<Outcome, T> outcome) {
                return outcome.apply(what);
            }
        }
    }

    Begun begin(Delivery delivery) {
        return journal.write(entry -> {
            Job job = entry.writer().job(delivery.job()).orElse(null);
            Ticket ticket = entry.writer().ticket(delivery.job()).orElse(null);
            if (job == null || ticket == null || job.isFinal()) {
                return new Begun.Not(new Outcome.Done());
            }
            return begin(entry, job, ticket, delivery);
        });
    }

    private Begun begin(Journal.Entry entry, Job job, Ticket ticket, Delivery delivery) {
        Instant now = mint.now();
        Lease lease = ticket.lease();
        if (lease != null && !lease.isOver(now) && !queue.isReservedHere(lease)) {
            return new Begun.Not(new Outcome.Retry(lease.until(), "Somebody else works on it"));
        }
        if (now.isBefore(ticket.notBefore())) {
            return new Begun.Not(new Outcome.Retry(ticket.notBefore(), "It is not its time yet"));
        }
        if (ticket.isLate(now) && !Endings.isDelivered(entry, job)) {
            endings.timeOut(entry, job);
            return new Begun.Not(new Outcome.Done());
        }
        if (job.status() == JobStatus.PROCESSING && job.attempt() >= policies.maxAttempts()) {
            endings.giveUp(entry, job);
            return new Begun.Not(new Outcome.Done());
        }
        return new Begun.Running(start(entry, job, ticket, delivery));
    }

    private RunningJob start(Journal.Entry entry, Job job, Ticket ticket, Delivery delivery) {
        Instant now = mint.now();
        Job waiting = job.status() == JobStatus.PROCESSING ? job.requeue() : job;
        Job started = waiting.start(now);
        Ticket taken = ticket.dueBy(now.plus(policies.timeout(ticket.kind())))
                .heldBy(new Lease(delivery.deliveryId(), now.plus(policies.lease())));
        require(entry.writer().replace(job, started), job.id());
        require(entry.writer().replace(ticket, taken), job.id());
        entry.note(JobEvent.ofJob(job.id(), JobEvent.Kind.BEGUN, 0, "Attempt " + started.attempt()));
        RunningJob running = new RunningJob(started, taken, delivery.deliveryId(), mint);
        if (ticket.isLate(now)) {
            running.finish();
        }
        return running;
    }

    /** Gives the job back, to be taken up again by whoever comes then; one whose time is over before that ends. */
    Outcome postpone(RunningJob running, Postponed postponed) {
        Instant until = postponed.until();
        return journal.insist(entry -> {
            entry.tell(running);
            if (!entry.isOurs(running)) {
                return new Outcome.Done();
            }
            if (until.isAfter(running.deadline())) {
                endings.runOut(entry, running.job(), running.ticket().lane(), postponed);
                return new Outcome.Done();
            }
            require(entry.writer().replace(running.job(), running.job().requeue()), running.id());
            Ticket ticket = entry.writer().ticket(running.id()).orElseThrow();
            require(entry.writer().replace(ticket, givenBack(running, ticket, until)), running.id());
            entry.note(JobEvent.ofJob(running.id(), JobEvent.Kind.POSTPONED, 0, told(postponed)));
            return new Outcome.Retry(until, postponed.why());
        });
    }

    private String told(Postponed postponed) {
        return postponed.until().isAfter(mint.now())
                ? "%s; it goes on after %s"
                        .formatted(postponed.why(), postponed.until().truncatedTo(ChronoUnit.SECONDS))
                : postponed.why();
    }

    private Ticket givenBack(RunningJob running, Ticket ticket, Instant until) {
        return running.isParked() ? queue.leftToOthers(ticket, until) : queue.givenBack(ticket, until);
    }

    /** Records what was made, unless the job is not this worker's any more; its images are kept as late results then. */
    Outcome complete(RunningJob running, Draft draft) {
        return journal.insist(entry -> {
            entry.tell(running);
            if (entry.isOurs(running)) {
                endings.complete(entry, draft);
            } else {
                endings.settle(entry, draft);
                draft.delivered()
                        .forEach(part -> part.delivery()
                                .images()
                                .forEach(image -> entry.note(Ledger.late(running.id(), part.call(), image))));
            }
            return new Outcome.Done();
        });
    }

    /**
     * Gives the job to the next provider, if there is one that may go on with it.
     *
     * @param failure for which this provider cannot
     * @return empty if nothing was done
     */
    Optional<Outcome> handOn(RunningJob running, FailureCode failure, String message) {
        Optional<Ticket> moved = journal.insist(entry -> entry.writer()
                .ticket(running.id())
                .filter(ticket -> entry.isOurs(running))
                .filter(ticket ->
                        StandIns.mayGoOn(failure, ticket, entry.writer().calls(running.id())))
                .map(ticket -> handOn(entry, running, ticket, message)));
        moved.ifPresent(queue::dispatchAgain);
        return moved.map(ticket -> new Outcome.Done());
    }

    private Ticket handOn(Journal.Entry entry, RunningJob running, Ticket ticket, String message) {
        Ticket next = givenBack(running, ticket.handedOn(), mint.now());
        entry.tell(running);
        require(entry.writer().replace(running.job(), running.job().handOn(next.lane())), running.id());
        require(entry.writer().replace(ticket, next), running.id());
        String told = "%s: %s; %s goes on with it".formatted(ticket.lane(), message, next.lane());
        entry.note(JobEvent.ofJob(running.id(), JobEvent.Kind.HANDED_ON, 0, told));
        return next;
    }

    /** Leaves a job alone that is not this worker's any more. */
    Outcome fail(RunningJob running, FailureCode code, String message) {
        return end(running, entry -> endings.fail(entry, running.job(), code, message));
    }

    Outcome timeOut(RunningJob running) {
        return end(running, entry -> endings.timeOut(entry, running.job()));
    }

    private Outcome end(RunningJob running, Consumer<Journal.Entry> ending) {
        return journal.insist(entry -> {
            entry.tell(running);
            if (entry.isOurs(running)) {
                ending.accept(entry);
            }
            return new Outcome.Done();
        });
    }

    private static void require(boolean replaced, JobId job) {
        if (!replaced) {
            throw new IllegalStateException("Job %s moved within a transaction".formatted(job));
        }
    }
}
