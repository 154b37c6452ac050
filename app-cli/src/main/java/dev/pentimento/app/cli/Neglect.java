package dev.pentimento.app.cli;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.ports.in.ShowJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        return !workedOn && details.providerInstalled() && isLeftAlone(details);
    }

    /** Whether the job is open, and nobody takes it because its provider is not installed. */
    boolean isStranded(ShowJob.Details details) {
        return !details.providerInstalled() && isLeftAlone(details);
    }

    /** What to do about a job that is left alone. */
    Optional<String> wayOn(ShowJob.Details details) {
        if (isStranded(details)) {
            return Optional.of(wayOutOf(details.job()));
        }
        return of(details) ? Optional.of("Nobody works on it; to go on with it: pentimento work") : Optional.empty();
    }

    /** What to do about those of {@code jobs} that are left alone. */
    List<String> waysOn(List<ShowJob.Details> jobs) {
        Stream<String> work = Stream.of("Nobody works on what is still open; to go on with it: pentimento work")
                .filter(line -> jobs.stream().anyMatch(this::of));
        Stream<String> ways = jobs.stream().filter(this::isStranded).map(details -> wayOutOf(details.job()));
        return Stream.concat(work, ways).toList();
    }

    private static String wayOutOf(Job job) {
        return "Nobody here can do job %s, as provider '%s' is not installed; install it, or call the job off: pentimento cancel %s"
                .formatted(job.id(), job.provider().name(), job.id());
    }

    private boolean isLeftAlone(ShowJob.Details details) {
        return details.ticket().filter(this::isLeftAlone).isPresent();
    }

    private boolean isLeftAlone(Ticket ticket) {
        return !ticket.isHeld(now) && free(ticket).plus(GRACE).isBefore(now);
    }

    private static Instant free(Ticket ticket) {
        Lease lease = ticket.lease();
        return lease != null && lease.until().isAfter(ticket.notBefore()) ? lease.until() : ticket.notBefore();
    }
}
