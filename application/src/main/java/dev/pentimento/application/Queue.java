package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.quota.Quota;
import dev.pentimento.domain.submission.Creation;
import dev.pentimento.domain.submission.SubmissionKey;
import dev.pentimento.ports.in.RefineImage.Accepted;
import dev.pentimento.ports.in.RefineImage.AlreadyActive;
import dev.pentimento.ports.in.RefineImage.KeyTaken;
import dev.pentimento.ports.in.RefineImage.QueueFull;
import dev.pentimento.ports.in.RefineImage.QuotaExhausted;
import dev.pentimento.ports.in.RefineImage.Replayed;
import dev.pentimento.ports.in.RefineImage.Submission;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.JobDispatcher.Capability;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How jobs get into the queue: within the limits of their owner, and in one transaction with whatever else a submission keeps.
 *
 * <p>Where the dispatcher does not outlive the process, a job is reserved for the process that submits it; others take it up only when that is gone.
 */
final class Queue {
    private final Journal journal;
    private final JobDispatcher dispatcher;
    private final Policies policies;
    private final Mint mint;
    private final Set<Capability> capabilities;
    private final String process;

    Queue(Journal journal, JobDispatcher dispatcher, Policies policies, Mint mint) {
        this.journal = journal;
        this.dispatcher = dispatcher;
        this.policies = policies;
        this.mint = mint;
        this.capabilities = dispatcher.capabilities();
        this.process = mint.name();
    }

    /**
     * A job that may be submitted, and what is told then.
     *
     * @param standIns who goes on with it after a failure that certainly cost nothing
     */
    record Candidate(Job job, Submission accepted, List<String> standIns) {
        /** A job that nobody else goes on with. */
        Candidate(Job job, Submission accepted) {
            this(job, accepted, List.of());
        }
    }

    /**
     * Who wants to submit what.
     *
     * @param key null = each submission counts
     */
    record Wanted(
            UserId owner,
            WorkKind kind,
            Priority priority,
            @Nullable SubmissionKey key) {
        Keyed keyed() {
            return new Keyed(owner, key);
        }
    }

    /** Why that cannot be submitted now; empty if nothing is against it so far. To be asked before any effort is made. */
    Optional<Submission> objection(Wanted wanted) {
        return journal.records().read(records -> objection(records, wanted));
    }

    /** A submission that arrives twice is answered as it was, whatever the limits say by now. */
    private Optional<Submission> objection(RecordReader records, Wanted wanted) {
        return known(records, wanted)
                .or(() -> active(records, open(records, wanted), most(wanted)))
                .or(() -> exhausted(records, wanted))
                .or(() -> full(records));
    }

    private static Optional<Submission> known(RecordReader records, Wanted wanted) {
        return wanted.keyed()
                .before(records, made -> made.job().flatMap(records::job).map(Replayed::new), KeyTaken::new);
    }

    private Optional<Submission> exhausted(RecordReader records, Wanted wanted) {
        OptionalInt limit = policies.limits().perMonth(wanted.owner(), wanted.kind());
        Quota quota = Quota.at(wanted.owner(), wanted.kind(), mint.now());
        return limit.isPresent() && records.used(quota) >= limit.getAsInt()
                ? Optional.of(new QuotaExhausted(quota, limit.getAsInt()))
                : Optional.empty();
    }

    private Optional<Submission> full(RecordReader records) {
        OptionalInt limit = policies.limits().waiting();
        return limit.isPresent() && records.areWaiting(limit.getAsInt())
                ? Optional.of(new QueueFull(limit.getAsInt()))
                : Optional.empty();
    }

    /** A job that kept its share, as somebody was paid for it or may have been, needs no other. */
    private Optional<Submission> objectionToAnother(RecordWriter writer, Wanted wanted, JobId job) {
        return active(writer, open(writer, wanted), most(wanted))
                .or(() -> full(writer))
                .or(() -> reserve(writer, wanted, job) ? Optional.empty() : exhausted(writer, wanted));
    }

    /**
     * Submits a job.
     *
     * @param keep adds the job and what belongs to it; called once, or not at all where a limit forbids it
     */
    Submission submit(Wanted wanted, Function<RecordWriter, Candidate> keep) {
        Placed placed = journal.write(entry -> place(entry, wanted, keep));
        return dispatched(placed);
    }

    /**
     * How a job is submitted once more.
     *
     * @param round how often it was asked for then
     */
    record Again(int round, Priority priority) {}

    /** Submits a job once more that is final; does nothing and gives nothing if it is not any more as the caller has seen it. */
    Optional<Submission> again(Job job, Again again) {
        Optional<Placed> placed = journal.write(entry -> {
            boolean unmoved = entry.writer().job(job.id()).filter(job::equals).isPresent();
            return unmoved ? Optional.of(placeAgain(entry, job, again)) : Optional.empty();
        });
        return placed.map(this::dispatched);
    }

    private Placed placeAgain(Journal.Entry entry, Job job, Again again) {
        Wanted wanted = new Wanted(job.owner(), job.work().kind(), again.priority(), null);
        Optional<Submission> objection = objectionToAnother(entry.writer(), wanted, job.id());
        return objection
                .map(Placed::not)
                .orElseGet(() -> take(entry, wanted, again.round(), writer -> {
                    Job waiting = job.retry();
                    if (!writer.replace(job, waiting)) {
                        throw new IllegalStateException("Job %s moved within a transaction".formatted(job.id()));
                    }
                    return new Candidate(waiting, new Accepted(waiting, null));
                }));
    }

    /** @param ticket null if the job was not taken */
    private record Placed(Submission answer, @Nullable Ticket ticket) {
        static Placed not(Submission objection) {
            return new Placed(objection, null);
        }
    }

    private Placed place(Journal.Entry entry, Wanted wanted, Function<RecordWriter, Candidate> keep) {
        return objection(entry.writer(), wanted).map(Placed::not).orElseGet(() -> take(entry, wanted, 1, keep));
    }

    private Placed take(Journal.Entry entry, Wanted wanted, int round, Function<RecordWriter, Candidate> keep) {
        RecordWriter writer = entry.writer();
        Integer slot = slot(open(writer, wanted), most(wanted));
        Candidate candidate = keep.apply(writer);
        if (!reserve(writer, wanted, candidate.job().id())) {
            throw new IllegalStateException(
                    "The quota of %s was used up within a transaction".formatted(wanted.owner()));
        }
        wanted.keyed().keep(writer, new Creation.OfJob(candidate.job().id()));
        long turn = writer.nextTurn(wanted.owner(), wanted.priority());
        Ticket ticket =
                ticket(candidate.job(), wanted.priority(), turn, round, slot).withStandIns(candidate.standIns());
        if (!writer.add(ticket)) {
            throw new IllegalStateException("The slot of %s was taken within a transaction".formatted(wanted.owner()));
        }
        entry.note(JobEvent.ofJob(candidate.job().id(), JobEvent.Kind.SUBMITTED, 0, ""));
        if (joinsTransactions()) {
            dispatcher.dispatch(dispatch(ticket));
        }
        return new Placed(candidate.accepted(), ticket);
    }

    /** Whether the job has a share of the quota now, or needs none. */
    private boolean reserve(RecordWriter writer, Wanted wanted, JobId job) {
        OptionalInt limit = policies.limits().perMonth(wanted.owner(), wanted.kind());
        return limit.isEmpty()
                || writer.reserve(Quota.at(wanted.owner(), wanted.kind(), mint.now()), job, limit.getAsInt());
    }

    private Submission dispatched(Placed placed) {
        if (placed.ticket() != null && !joinsTransactions()) {
            dispatcher.dispatch(dispatch(placed.ticket()));
        }
        return placed.answer();
    }

    private OptionalInt most(Wanted wanted) {
        return policies.limits().active(wanted.owner(), wanted.kind());
    }

    /** The owner's open jobs of this kind, where there may be only so many. */
    private List<Ticket> open(RecordReader records, Wanted wanted) {
        return most(wanted).isEmpty() ? List.of() : records.tickets(wanted.owner(), wanted.kind());
    }

    /** Names the oldest of the owner's open jobs, if there are as many as are allowed. */
    private static Optional<Submission> active(RecordReader records, List<Ticket> open, OptionalInt limit) {
        return limit.isPresent() && open.size() >= limit.getAsInt()
                ? open.stream()
                        .findFirst()
                        .map(ticket ->
                                new AlreadyActive(records.job(ticket.job()).orElseThrow()))
                : Optional.empty();
    }

    private static @Nullable Integer slot(List<Ticket> open, OptionalInt limit) {
        if (limit.isEmpty()) {
            return null;
        }
        Set<Integer> taken =
                open.stream().map(Ticket::slot).filter(Objects::nonNull).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, limit.getAsInt())
                .filter(slot -> !taken.contains(slot))
                .boxed()
                .findFirst()
                .orElse(null);
    }

    private Ticket ticket(Job job, Priority priority, long turn, int round, @Nullable Integer slot) {
        Instant now = mint.now();
        Ticket free = new Ticket(
                job.id(), job.owner(), job.work().kind(), lane(job), priority, turn, round, slot, now, null, null);
        return reservedUntil(now.plus(policies.lease()), free);
    }

    private static String lane(Job job) {
        String provider = job.provider().name();
        if (provider == null) {
            throw new IllegalStateException("A submitted job must name its provider");
        }
        return provider;
    }

    private Ticket reservedUntil(Instant end, Ticket ticket) {
        return capabilities.contains(Capability.DURABLE) ? ticket : ticket.heldBy(new Lease(process, end));
    }

    boolean isReservedHere(Lease lease) {
        return lease.holder().equals(process);
    }

    /** Back in the queue, to be taken up from {@code moment} on. */
    Ticket givenBack(Ticket ticket, Instant moment) {
        return reservedUntil(mint.now().plus(policies.lease()), ticket.released(moment));
    }

    /** Back in the queue by a process that is ending. A reservation that is over shows others that the job is left to them. */
    Ticket leftToOthers(Ticket ticket, Instant moment) {
        return reservedUntil(mint.now(), ticket.released(moment));
    }

    /** Hands an open job over once more. */
    void dispatchAgain(Ticket ticket) {
        dispatcher.dispatch(dispatch(ticket));
    }

    void signalCancel(JobId job) {
        dispatcher.signalCancel(job);
    }

    private boolean joinsTransactions() {
        return capabilities.contains(Capability.TRANSACTIONAL_DISPATCH);
    }

    private static JobDispatcher.Dispatch dispatch(Ticket ticket) {
        return new JobDispatcher.Dispatch(
                ticket.job(), ticket.lane(), ticket.priority(), ticket.turn(), ticket.notBefore());
    }
}
