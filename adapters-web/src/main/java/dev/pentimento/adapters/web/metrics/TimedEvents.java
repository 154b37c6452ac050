package dev.pentimento.adapters.web.metrics;

import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.in.FollowEvents;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** Follows events, and times how late those are that happen meanwhile; what is replayed from the past is not late. */
final class TimedEvents implements FollowEvents {
    private final FollowEvents events;
    private final Timer lag;

    TimedEvents(FollowEvents events, Timer lag) {
        this.events = events;
        this.lag = lag;
    }

    @Override
    public Subscription handle(Query query) {
        Subscription subscription = events.handle(query);
        Instant begin = Instant.now();
        return new Subscription() {
            @Override
            public Batch next(Duration patience) throws InterruptedException {
                Batch batch = subscription.next(patience);
                Instant now = Instant.now();
                batch.events().stream()
                        .map(RecordedEvent::at)
                        .filter(at -> at.isAfter(begin) && at.isBefore(now))
                        .forEach(at -> lag.record(Duration.between(at, now)));
                return batch;
            }

            @Override
            public void close() {
                subscription.close();
            }
        };
    }
}
