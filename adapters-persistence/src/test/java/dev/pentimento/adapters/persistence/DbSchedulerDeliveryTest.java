package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.HeartbeatConfig;
import com.github.kagkarlsson.scheduler.HeartbeatState;
import dev.pentimento.ports.out.JobDispatcher.Stop;
import dev.pentimento.testkit.Fixtures;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DbSchedulerDeliveryTest {
    private static final Instant START = Instant.EPOCH;
    private static final Duration LEASE = Duration.ofSeconds(40);

    private Instant now = START;

    private final HeartbeatState heart =
            new HeartbeatState(() -> now, START, new HeartbeatConfig(LEASE.dividedBy(4), 4, LEASE));
    private final DbSchedulerDelivery delivery = new DbSchedulerDelivery(
            new DispatchTable.Picked(Fixtures.aJobId(), "lane", START, 0, 0, "worker", 2), heart, "worker");

    @Test
    void heartbeatThatTheRecordsWereTooBusyForDoesNotLoseTheJob() {
        beatAfter(Duration.ofSeconds(25), false);

        assertThat(delivery.stop()).isEmpty();
    }

    @Test
    void jobIsLostWhoseHeartGoesOnFailing() {
        beatAfter(Duration.ofSeconds(10), false);
        beatAfter(Duration.ofSeconds(10), false);

        assertThat(delivery.stop()).contains(Stop.LEASE_LOST);
    }

    @Test
    void jobIsLostWhenItsLeaseIsOver() {
        beatAfter(Duration.ofSeconds(10), true);
        now = now.plus(LEASE);

        assertThat(delivery.stop()).contains(Stop.LEASE_LOST);
    }

    private void beatAfter(Duration time, boolean success) {
        now = now.plus(time);
        heart.heartbeat(success, now);
    }
}
