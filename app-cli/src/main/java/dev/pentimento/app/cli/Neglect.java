package dev.pentimento.app.cli;

import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.ports.in.ShowJob;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether open jobs are left alone.
 *
 * @param workedOn whether somebody works on all jobs of the home
 */
record Neglect(boolean workedOn, Instant now) {
    /** A worker that was just started takes a moment to be there. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    static Neglect in(Session session) {
        return new Neglect(session.home().isWorkedOn(), session.surroundings().now());
    }

    /** Whether the job is open, has been free for a while, and nobody is there to take it. */
    boolean of(ShowJob.Details details) {
        return !workedOn && details.ticket().filter(this::isLeftAlone).isPresent();
    }

    private boolean isLeftAlone(Ticket ticket) {
        return !ticket.isHeld(now) && free(ticket).plus(GRACE).isBefore(now);
    }

    private static Instant free(Ticket ticket) {
        Lease lease = ticket.lease();
        return lease != null && lease.until().isAfter(ticket.notBefore()) ? lease.until() : ticket.notBefore();
    }
}
