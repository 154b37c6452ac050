package dev.pentimento.domain.job;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An open job's place in the queue. There is one exactly as long as its job is pending or processing.
 *
 * @param kind of the job's work
 * @param lane of the provider whose limits the job is under: its name
 * @param turn the lower one goes first within a priority; users take turns
 * @param round how often the user asked for the job: 1 at first, one more with each retry
 * @param slot which of the owner's places for work of this kind it takes, from 1; null where there is no limit
 * @param notBefore when it may be begun
 * @param deadline when its time is up; null until it is first begun
 * @param lease who may work on it; null = whoever comes
 * @param standIns the providers that go on with it, one after the other, after a failure that certainly cost nothing
 */
public record Ticket(
        JobId job,
        UserId owner,
        WorkKind kind,
        String lane,
        Priority priority,
        long turn,
        int round,
        @Nullable Integer slot,
        Instant notBefore,
        @Nullable Instant deadline,
        @Nullable Lease lease,
        List<String> standIns) {
    public Ticket {
        standIns = List.copyOf(standIns);
    }

    /** Of a job that nobody else goes on with. */
    public Ticket(
            JobId job,
            UserId owner,
            WorkKind kind,
            String lane,
            Priority priority,
            long turn,
            int round,
            @Nullable Integer slot,
            Instant notBefore,
            @Nullable Instant deadline,
            @Nullable Lease lease) {
        this(job, owner, kind, lane, priority, turn, round, slot, notBefore, deadline, lease, List.of());
    }

    /** Whether it has been begun, be it that it waits again. */
    public boolean isBegun() {
        return deadline != null;
    }

    /** Whether {@code other} is the same place, at another moment: of the same job, owner, kind, round and slot. */
    public boolean isSamePlaceAs(Ticket other) {
        return job.equals(other.job)
                && owner.equals(other.owner)
                && kind == other.kind
                && round == other.round
                && Objects.equals(slot, other.slot);
    }

    /** Whether somebody has the right to work on it. */
    public boolean isHeld(Instant now) {
        return lease != null && !lease.isOver(now);
    }

    /** Whether {@code holder} has the right to work on it, were it only because nobody took it since its lease ran out. */
    public boolean isHeldBy(String holder) {
        return lease != null && lease.holder().equals(holder);
    }

    public boolean isLate(Instant now) {
        return deadline != null && now.isAfter(deadline);
    }

    public Ticket heldBy(Lease next) {
        return new Ticket(job, owner, kind, lane, priority, turn, round, slot, notBefore, deadline, next, standIns);
    }

    /** Given back, to be taken up again by anybody from {@code moment} on. */
    public Ticket released(Instant moment) {
        return new Ticket(job, owner, kind, lane, priority, turn, round, slot, moment, deadline, null, standIns);
    }

    /** With a deadline, unless it has one. */
    public Ticket dueBy(Instant moment) {
        return deadline == null
                ? new Ticket(job, owner, kind, lane, priority, turn, round, slot, notBefore, moment, lease, standIns)
                : this;
    }

    public Ticket withStandIns(List<String> names) {
        return new Ticket(job, owner, kind, lane, priority, turn, round, slot, notBefore, deadline, lease, names);
    }

    /** In the lane of the first stand-in; whoever has it keeps it. */
    public Ticket handedOn() {
        return new Ticket(
                job,
                owner,
                kind,
                standIns.get(0),
                priority,
                turn,
                round,
                slot,
                notBefore,
                deadline,
                lease,
                standIns.subList(1, standIns.size()));
    }
}
