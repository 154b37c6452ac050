package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.RecordReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One job while a worker has it: where it is in its pipeline, what happened since that was last written down, and why it should stop. Safe for use by several threads. */
final class RunningJob {
    private static final Duration SLICE = Duration.ofMillis(50);

    private final Job job;
    private final Ticket ticket;
    private final String holder;
    private final Mint mint;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private final List<Abort> aborts = new ArrayList<>();
    private final List<JobEvent> untold = new ArrayList<>();
    private volatile String waitsFor = "";
    private volatile boolean finishing;
    private @Nullable Stopping stopping;
    private volatile Instant leasedUntil;
    private volatile Span span = new Span("", 0, 0);

    /** @param holder of the job's lease: the delivery */
    RunningJob(Job job, Ticket ticket, String holder, Mint mint) {
        this.job = job;
        this.ticket = ticket;
        this.holder = holder;
        this.mint = mint;
        this.leasedUntil = ticket.lease() == null ? Instant.MIN : ticket.lease().until();
    }

    /** The part of the job that a stage takes up, as shares 0..1 of the whole. */
    private record Span(String stage, double from, double to) {
        double at(double share) {
            return from + (to - from) * Math.min(1, Math.max(0, share));
        }
    }

    /** @param goesOnWithoutUs whether it is for a call that somebody else may wait for as well as we */
    private record Abort(Runnable action, BooleanSupplier goesOnWithoutUs) {
        /** What goes on without us is called off by the user alone: whoever else has to leave it, leaves it to others. */
        boolean isDueTo(Stopping why) {
            return switch (why) {
                case CANCELED -> true;
                case LATE, LEASE_LOST -> !goesOnWithoutUs.getAsBoolean();
                case PARKED -> false;
            };
        }
    }

    Job job() {
        return job;
    }

    JobId id() {
        return job.id();
    }

    Ticket ticket() {
        return ticket;
    }

    String holder() {
        return holder;
    }

    Instant deadline() {
        return ticket.deadline() == null ? Instant.MAX : ticket.deadline();
    }

    /** Whether less than three quarters of the lease are left. */
    boolean leaseIsDue(Duration lease) {
        return mint.now().plus(lease.multipliedBy(3).dividedBy(4)).isAfter(leasedUntil);
    }

    void leasedUntil(Instant moment) {
        leasedUntil = moment;
    }

    /** When a call must have ended that begins now and may take so long. */
    Instant deadlineWithin(Duration timeout) {
        Instant end = mint.now().plus(timeout);
        return end.isBefore(deadline()) ? end : deadline();
    }

    /** Whether the records still say that the job is this worker's. */
    boolean isOurs(RecordReader records) {
        return records.isHeld(id(), job.attempt(), holder);
    }

    /** For a call to a provider that is on no bill. */
    CallContext unbilled() {
        return new RunningCall(this, mint.callId(), deadline(), RunningCall.Sink.NONE);
    }

    void enter(String stage, double from, double to) {
        span = new Span(stage, from, to);
        tell(JobEvent.Kind.STARTED, 0, "");
    }

    void leave(JobEvent.Kind kind, String message) {
        tell(kind, kind == JobEvent.Kind.FAILED ? 0 : 1, message);
    }

    void progress(double share, String message) {
        tell(JobEvent.Kind.PROGRESSED, share, message);
    }

    /** Something that happens within the current stage. */
    void tell(JobEvent.Kind kind, double share, String message) {
        tell(event(kind, share, message, null));
    }

    JobEvent event(JobEvent.Kind kind, double share, String message, @Nullable ImageDigest image) {
        Span now = span;
        return new JobEvent(id(), now.stage(), kind, now.at(share), message, image);
    }

    void tell(JobEvent event) {
        lock.lock();
        try {
            untold.add(event);
        } finally {
            lock.unlock();
        }
    }

    /** What happened since this was last asked, in order; it is the caller's to write it down. */
    List<JobEvent> untold() {
        lock.lock();
        try {
            List<JobEvent> events = List.copyOf(untold);
            untold.clear();
            return events;
        } finally {
            lock.unlock();
        }
    }

    /** Takes back what could not be written down. */
    void tellAgain(List<JobEvent> events) {
        lock.lock();
        try {
            untold.addAll(0, events);
        } finally {
            lock.unlock();
        }
    }

    boolean hasUntold() {
        lock.lock();
        try {
            return !untold.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Why it should stop; empty while it should not. */
    Optional<Stopping> stopping() {
        lock.lock();
        try {
            return Optional.ofNullable(stopping);
        } finally {
            lock.unlock();
        }
    }

    boolean isParked() {
        return stopping().filter(why -> why == Stopping.PARKED).isPresent();
    }

    /** Breaks the job off; what it waits for is told at once. A job that is parked may still be cancelled. */
    void stop(Stopping why) {
        List<Abort> due;
        lock.lock();
        try {
            if (stopping != null && stopping != Stopping.PARKED) {
                return;
            }
            stopping = why;
            due = aborts.stream().filter(abort -> abort.isDueTo(why)).toList();
            aborts.removeAll(due);
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
        OneByOne.each(
                due,
                abort -> "The call of job %s that was to be aborted".formatted(id()),
                abort -> abort.action().run());
    }

    /** Whether a call should be broken off that does not go on without us. */
    boolean isCalledOff() {
        return stopping().filter(why -> why != Stopping.PARKED).isPresent() || isLate();
    }

    boolean isLate() {
        return mint.now().isAfter(deadline());
    }

    /** From now on its time does not count any more: what a provider delivered is finished. */
    void finish() {
        finishing = true;
    }

    /** Whether nothing but its time is against going on. */
    private boolean isOnlyLate() {
        return stopping()
                .filter(why -> why == Stopping.CANCELED || why == Stopping.LEASE_LOST)
                .isEmpty();
    }

    /** Runs {@code action} when the job is broken off for a reason that this call is called off for, at once if it already is. */
    void onStop(Runnable action, BooleanSupplier goesOnWithoutUs) {
        Abort abort = new Abort(action, goesOnWithoutUs);
        lock.lock();
        try {
            if (stopping == null || !abort.isDueTo(stopping)) {
                aborts.add(abort);
                return;
            }
        } finally {
            lock.unlock();
        }
        action.run();
    }

    /**
     * To be asked before a provider is asked for anything new.
     *
     * @throws ProviderFailure.Canceled if the job was called off
     * @throws Postponed if it is parked
     */
    void checkMayAsk() {
        if (isParked()) {
            throw parting();
        }
        if (isCalledOff()) {
            throw calledOff();
        }
    }

    /** For a job that is parked. */
    Postponed parting() {
        return new Postponed(mint.now(), "The process that worked on it is ending");
    }

    /**
     * To be asked now and then: what was delivered is finished even in a process that is about to end, and after its time.
     *
     * @throws ProviderFailure.Canceled if the job was called off
     */
    void checkMayGoOn() {
        if (isCalledOff() && !(finishing && isOnlyLate())) {
            throw calledOff();
        }
    }

    private ProviderFailure calledOff() {
        return new ProviderFailure.Canceled(
                isOnlyLate() ? "Its time was over" : "Job %s was called off".formatted(id()));
    }

    private void tellOnce(String why) {
        if (!why.equals(waitsFor)) {
            waitsFor = why;
            progress(0, why);
        }
    }

    /** Waits, unless the job is broken off meanwhile; no longer because the clock is put back. */
    void await(Duration time, String why) {
        tellOnce(why);
        SteadyClock clock = new SteadyClock(mint.clock());
        Instant end = clock.instant().plus(time);
        lock.lock();
        try {
            for (Instant now = clock.instant();
                    now.isBefore(end) && stopping == null && !isLate();
                    now = clock.instant()) {
                Duration left = Duration.between(now, end);
                long nanos = (left.compareTo(SLICE) < 0 ? left : SLICE).toNanos();
                stopped.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Postponed(mint.now(), "The worker was interrupted");
        } finally {
            lock.unlock();
        }
        checkMayAsk();
    }
}
