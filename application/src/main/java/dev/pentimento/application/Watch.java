package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.ports.out.JobDispatcher.Delivery;
import dev.pentimento.ports.out.JobDispatcher.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the jobs this process works on, several times a second: tells them when they were called off elsewhere, are late, or are somebody
 * else's; keeps their leases; and writes down what happens within a stage. Its thread lives only while there is work.
 */
final class Watch {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Journal journal;
    private final Policies policies;
    private final Mint mint;
    private final Map<JobId, Watched> watched = new ConcurrentHashMap<>();
    private @Nullable Rounds rounds;

    Watch(Journal journal, Policies policies, Mint mint) {
        this.journal = journal;
        this.policies = policies;
        this.mint = mint;
    }

    private record Watched(RunningJob job, Delivery delivery) {}

    void over(RunningJob job, Delivery delivery) {
        watched.put(job.id(), new Watched(job, delivery));
        begin();
    }

    void noLonger(RunningJob job) {
        watched.computeIfPresent(job.id(), (id, known) -> known.job() == job ? null : known);
        end();
    }

    void stop(JobId job, Stopping why) {
        Watched known = watched.get(job);
        if (known != null) {
            known.job().stop(why);
        }
    }

    private synchronized void begin() {
        if (rounds == null) {
            rounds = Rounds.afterPause("pentimento-watch", PAUSE, this::round);
        }
    }

    private synchronized void end() {
        if (watched.isEmpty() && rounds != null) {
            rounds.close();
            rounds = null;
        }
    }

    private void round() {
        List<Watched> all = List.copyOf(watched.values());
        all.forEach(this::heedTimeAndDispatcher);
        OneByOne.ratherTogether(all, known -> name(known.job()), this::heedRecords);
        OneByOne.ratherTogether(due(all), Watch::name, this::writeDown);
    }

    private void heedTimeAndDispatcher(Watched known) {
        if (known.job().isLate()) {
            known.job().stop(Stopping.LATE);
        }
        known.delivery().stop().ifPresent(stop -> known.job().stop(of(stop)));
    }

    private static Stopping of(Stop stop) {
        return switch (stop) {
            case CANCEL_SIGNALLED -> Stopping.CANCELED;
            case LEASE_LOST -> Stopping.LEASE_LOST;
            case SHUTTING_DOWN -> Stopping.PARKED;
        };
    }

    private void heedRecords(List<Watched> all) {
        Map<JobId, Job> now = new ConcurrentHashMap<>();
        List<JobId> ids = all.stream().map(known -> known.job().id()).toList();
        journal.records().read(records -> records.jobsNamed(ids)).forEach(job -> now.put(job.id(), job));
        all.forEach(known -> heed(known.job(), now.get(known.job().id())));
    }

    private static void heed(RunningJob running, @Nullable Job now) {
        if (now == null
                || (now.status() == JobStatus.PROCESSING
                        && now.attempt() == running.job().attempt())) {
            return;
        }
        boolean same = now.attempt() == running.job().attempt();
        running.stop(same && now.status() == JobStatus.CANCELED ? Stopping.CANCELED : Stopping.LEASE_LOST);
    }

    private List<RunningJob> due(List<Watched> all) {
        return all.stream()
                .map(Watched::job)
                .filter(job -> job.hasUntold() || job.leaseIsDue(policies.lease()))
                .toList();
    }

    private static String name(RunningJob job) {
        return "Job " + job.id();
    }

    private void writeDown(List<RunningJob> due) {
        Instant until = mint.now().plus(policies.lease());
        List<RunningJob> leased =
                due.stream().filter(job -> job.leaseIsDue(policies.lease())).toList();
        journal.write(entry -> {
            due.forEach(entry::tell);
            leased.forEach(job -> extend(entry, job, until));
            return due;
        });
        leased.forEach(job -> job.leasedUntil(until));
    }

    private static void extend(Journal.Entry entry, RunningJob job, Instant until) {
        entry.writer()
                .ticket(job.id())
                .filter(ticket -> ticket.isHeldBy(job.holder()))
                .ifPresent(ticket -> entry.writer().replace(ticket, ticket.heldBy(new Lease(job.holder(), until))));
    }
}
