package dev.pentimento.domain.job;

import java.time.Instant;

/**
 * The right to work on a job, until it runs out.
 *
 * @param holder whose right it is: a delivery, or the process the job is reserved for
 */
public record Lease(String holder, Instant until) {
    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    public Lease extendedTo(Instant later) {
        return new Lease(holder, later);
    }
}
