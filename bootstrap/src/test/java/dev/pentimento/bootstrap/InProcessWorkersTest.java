package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.ports.out.JobDispatcher.Dispatch;
import dev.pentimento.ports.out.JobDispatcher.Outcome;
import dev.pentimento.ports.out.JobDispatcher.WorkerSettings;
import dev.pentimento.testkit.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InProcessWorkersTest {
    private static final int OFTEN = 20_000;

    private final BlockingQueue<JobId> handled = new LinkedBlockingQueue<>();

    @Test
    void jobThatComesJustWhenTheOnlyThreadHasWaitedLongEnoughIsNotForgotten() throws InterruptedException {
        InProcessWorkers workers = new InProcessWorkers(Duration.ofNanos(20_000));
        workers.start(
                new WorkerSettings("workers", Set.of("lane"), 1, Duration.ofSeconds(30), Duration.ofSeconds(1)),
                delivery -> {
                    handled.add(delivery.job());
                    return new Outcome.Done();
                });

        for (int i = 0; i < OFTEN; i++) {
            JobId job = Fixtures.aJobId();
            workers.add(new Dispatch(job, "lane", Priority.NORMAL, i, Instant.EPOCH));

            assertThat(handled.poll(20, TimeUnit.SECONDS)).isEqualTo(job);
        }
        workers.close();
    }
}
