package dev.pentimento.benchmarks;

import dev.pentimento.bootstrap.Pentimento;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.WatchJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** How fast events reach those who follow them. */
final class EventTimes {
    private static final int SUBSCRIBERS = 1_000;
    private static final int EVENTS = 10_000;
    private static final int TIMES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private EventTimes() {}

    static Table measure(Path folder) throws IOException {
        Path place = Files.createDirectories(folder.resolve("events"));
        try (BusyHome home = BusyHome.open(place, Duration.ofSeconds(5), 4, Working.ON_ALL_JOBS)) {
            double last = untilTheLast(home);
            JobId chatty = finished(home, "tell " + EVENTS);
            double replay = Median.of(TIMES, () -> replay(home.pentimento(), chatty));
            return Table.of("events", "measured")
                    .row(
                            "%,d subscribers of one job: ms until the last has the end".formatted(SUBSCRIBERS),
                            Table.number(last, 0))
                    .row("replay of %,d events, ms".formatted(EVENTS), Table.number(replay, 0))
                    .row("replayed events a second", Table.number(EVENTS / replay * 1000, 0));
        }
    }

    /** From the moment that the end was recorded with. */
    private static double untilTheLast(BusyHome home) {
        JobId job = home.submit("make it warmer");
        CountDownLatch ready = new CountDownLatch(SUBSCRIBERS);
        ExecutorService threads = Executors.newFixedThreadPool(SUBSCRIBERS);
        List<CompletableFuture<Double>> waits = new ArrayList<>();
        for (int i = 0; i < SUBSCRIBERS; i++) {
            waits.add(CompletableFuture.supplyAsync(() -> untilTheEnd(home.pentimento(), job, ready), threads));
        }
        double last = waits.stream().mapToDouble(CompletableFuture::join).max().orElseThrow();
        threads.shutdown();
        return last;
    }

    private static double untilTheEnd(Pentimento pentimento, JobId job, CountDownLatch ready) {
        try (FollowEvents.Subscription events = follow(pentimento, job)) {
            ready.countDown();
            while (true) {
                for (RecordedEvent event : events.next(PATIENCE).events()) {
                    if (event.event().kind() == JobEvent.Kind.ENDED) {
                        if (ready.getCount() > 0) {
                            throw new IllegalStateException("The job ended before all had subscribed");
                        }
                        return Duration.between(event.at(), Instant.now()).toNanos() / 1e6;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Measuring was interrupted", e);
        }
    }

    private static JobId finished(BusyHome home, String words) {
        JobId job = home.submit(words);
        home.pentimento().watchJob().handle(WatchJob.Query.of(job, event -> {}));
        return job;
    }

    private static double replay(Pentimento pentimento, JobId job) {
        long start = System.nanoTime();
        int seen = 0;
        try (FollowEvents.Subscription events = follow(pentimento, job)) {
            while (seen < EVENTS) {
                seen += events.next(PATIENCE).events().size();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Measuring was interrupted", e);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static FollowEvents.Subscription follow(Pentimento pentimento, JobId job) {
        return pentimento.followEvents().handle(new FollowEvents.Query(UserId.LOCAL, new FollowEvents.OfJob(job), 0));
    }
}
