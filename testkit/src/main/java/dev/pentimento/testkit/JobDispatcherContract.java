package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.ports.out.JobDispatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link JobDispatcher} promises. */
@Timeout(60)
public abstract class JobDispatcherContract {
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<JobId> delivered = new LinkedBlockingQueue<>();
    private JobDispatcher dispatcher;

    /** A new one, without workers. */
    protected abstract JobDispatcher dispatcher();

    @BeforeEach
    void open() {
        dispatcher = dispatcher();
    }

    @AfterEach
    void close() {
        dispatcher.close();
    }

    @Test
    void deliversWhatIsDispatched() throws InterruptedException {
        JobId job = Fixtures.aJobId();
        dispatcher.startWorkers(settings(1), this::note);

        dispatcher.dispatch(dispatch(job));

        assertThat(next()).isEqualTo(job);
    }

    @Test
    void deliversWhatWasDispatchedBeforeThereWereWorkers() throws InterruptedException {
        JobId job = Fixtures.aJobId();
        dispatcher.dispatch(dispatch(job));

        dispatcher.startWorkers(settings(1), this::note);

        assertThat(next()).isEqualTo(job);
    }

    @Test
    void dispatchDoesNotWaitForTheWork() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        dispatcher.startWorkers(settings(1), delivery -> {
            await(mayEnd);
            return note(delivery);
        });

        dispatcher.dispatch(dispatch(Fixtures.aJobId()));
        boolean early = delivered.isEmpty();
        mayEnd.countDown();

        assertThat(early).isTrue();
        assertThat(next()).isNotNull();
    }

    @Test
    void worksOnNoMoreJobsAtATimeThanAsked() throws InterruptedException {
        AtomicInteger atWork = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch twoAtWork = new CountDownLatch(2);
        dispatcher.startWorkers(settings(2), delivery -> {
            seen.add(atWork.incrementAndGet());
            twoAtWork.countDown();
            await(twoAtWork);
            atWork.decrementAndGet();
            return note(delivery);
        });

        List<JobId> jobs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            jobs.add(Fixtures.aJobId());
        }
        jobs.forEach(job -> dispatcher.dispatch(dispatch(job)));
        List<JobId> done = new ArrayList<>();
        while (done.size() < jobs.size()) {
            done.add(next());
        }

        assertThat(done).containsExactlyInAnyOrderElementsOf(jobs);
        assertThat(seen).allMatch(count -> count <= 2).contains(2);
    }

    @Test
    void closeWaitsForWorkInHand() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        dispatcher.startWorkers(settings(1), delivery -> {
            started.countDown();
            return note(delivery);
        });
        dispatcher.dispatch(dispatch(Fixtures.aJobId()));
        await(started);

        dispatcher.close();

        assertThat(delivered).hasSize(1);
    }

    private JobDispatcher.Outcome note(JobDispatcher.Delivery delivery) {
        delivered.add(delivery.job());
        return new JobDispatcher.Outcome.Done();
    }

    private static JobDispatcher.WorkerSettings settings(int concurrency) {
        return new JobDispatcher.WorkerSettings(
                "workers", Set.of("lane"), concurrency, Duration.ofSeconds(5), Duration.ofMillis(100));
    }

    private static JobDispatcher.Dispatch dispatch(JobId job) {
        return new JobDispatcher.Dispatch(job, "lane", Priority.NORMAL, 0, Instant.now());
    }

    private JobId next() throws InterruptedException {
        JobId job = delivered.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (job == null) {
            throw new AssertionError("Nothing was delivered within %d s".formatted(PATIENCE_SECONDS));
        }
        return job;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
