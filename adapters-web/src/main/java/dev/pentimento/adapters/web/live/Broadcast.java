package dev.pentimento.adapters.web.live;

import dev.pentimento.adapters.web.runs.Outcomes;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.FollowEvents.Batch;
import dev.pentimento.ports.in.FollowEvents.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells somebody all there is to tell: the past he does not know, then what happens, each once and in order, and now and then that somebody is there.
 * Nothing is kept for whoever is slow: what he missed is read again when he is ready for it.
 */
final class Broadcast {
    private final FollowEvents followEvents;
    private final Outcomes outcomes;
    private final Duration ping;

    /** @param ping how often to tell that somebody is there */
    Broadcast(FollowEvents followEvents, Outcomes outcomes, Duration ping) {
        this.followEvents = followEvents;
        this.outcomes = outcomes;
        this.ping = ping;
    }

    /** Goes on until the end, or until whoever listens is not welcome any more, the thread is interrupted, or the sink fails. */
    void tell(Listening listening, End end, Sink sink) throws IOException, InterruptedException {
        // from the first one on, because what a stage's end means can only be told by who knows of its beginning
        FollowEvents.Query query = new FollowEvents.Query(listening.user(), listening.scope(), 0);
        Narrator narrator = new Narrator(listening, outcomes);
        try (Subscription events = followEvents.handle(query)) {
            long nextPing = System.nanoTime() + ping.toNanos();
            Attention attention = new Attention(listening.scope(), end);
            while (attention.isNeeded()) {
                Batch batch = events.next(Duration.ofNanos(Math.max(0, nextPing - System.nanoTime())));
                if (!listening.caller().isStillWelcome()) {
                    return;
                }
                for (RecordedEvent event : batch.events()) {
                    tell(narrator, event, sink);
                }
                attention.heard(batch.events());
                if (System.nanoTime() >= nextPing) {
                    sink.send(narrator.ping(Instant.now()));
                    nextPing = System.nanoTime() + ping.toNanos();
                }
            }
        }
    }

    private static void tell(Narrator narrator, RecordedEvent event, Sink sink)
            throws IOException, InterruptedException {
        Envelope envelope = narrator.tell(event);
        if (envelope != null) {
            sink.send(envelope);
        }
    }
}
