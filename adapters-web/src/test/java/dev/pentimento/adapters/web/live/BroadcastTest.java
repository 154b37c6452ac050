package dev.pentimento.adapters.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.adapters.web.http.Caller;
import dev.pentimento.adapters.web.runs.Outcomes;
import dev.pentimento.adapters.web.runs.RunScene;
import dev.pentimento.adapters.web.runs.RunViews;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.FollowEvents.Batch;
import dev.pentimento.ports.in.FollowEvents.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How messages get from the events to whoever listens. */
class BroadcastTest extends RunScene {
    private static final Duration NEVER = Duration.ofHours(1);

    private final List<Envelope> told = new ArrayList<>();

    @Test
    void whoListensHearsThatSomebodyIsThere() {
        String job = refined(run(), "image_0");

        tell(job, 0, Duration.ofMillis(20), envelope -> {
            told.add(envelope);
            endAfter(3, "ping");
        });

        Envelope last = told.get(told.size() - 1);
        assertThat(last.type()).isEqualTo("ping");
        assertThat(last.jobId()).isEqualTo(job);
        assertThat(told).extracting(Envelope::seq).isSorted();
        assertThat(last.seq())
                .as("that of the last message")
                .isEqualTo(told.stream()
                        .filter(envelope -> !envelope.type().equals("ping"))
                        .mapToLong(Envelope::seq)
                        .max()
                        .orElse(0));
    }

    /** Were messages collected for whoever is slow, more would be asked for while the first is not taken yet. */
    @Test
    void nothingIsAskedForWhileAMessageIsNotTaken() {
        String job = refined(run(), "image_0");
        Asked asked = new Asked(server.home().followEvents());
        int[] most = new int[1];

        assertThatThrownBy(() -> broadcast(asked, NEVER).tell(listening(job, 0), End.NEVER, envelope -> {
                    told.add(envelope);
                    most[0] = Math.max(most[0], asked.times);
                    endAfter(1, "run_complete");
                }))
                .isInstanceOf(IOException.class);

        assertThat(most[0]).as("all of this past is one page").isEqualTo(1);
        assertThat(told).hasSizeGreaterThan(5);
    }

    @Test
    void whatIsKnownIsNotToldAgain() {
        String job = refined(run(), "image_0");

        tell(job, 4, NEVER, envelope -> {
            told.add(envelope);
            endAfter(1, "run_complete");
        });

        assertThat(told.get(0).seq()).isEqualTo(5);
    }

    private void endAfter(int times, String type) throws IOException {
        long heard =
                told.stream().filter(envelope -> envelope.type().equals(type)).count();
        if (heard == times) {
            throw new IOException("Enough");
        }
    }

    private void tell(String job, long since, Duration ping, Sink sink) {
        assertThatThrownBy(() ->
                        broadcast(server.home().followEvents(), ping).tell(listening(job, since), End.NEVER, sink))
                .isInstanceOf(IOException.class)
                .hasMessage("Enough");
    }

    private Broadcast broadcast(FollowEvents events, Duration ping) {
        return new Broadcast(events, new Outcomes(RunViews.of(server.home())), ping);
    }

    private static Listening listening(String job, long since) {
        return new Listening(Caller.always(UserId.LOCAL), new FollowEvents.OfJob(JobId.parse(job)), since);
    }

    /** Counts how often more is asked for. */
    private static final class Asked implements FollowEvents {
        private final FollowEvents events;
        private int times;

        Asked(FollowEvents events) {
            this.events = events;
        }

        @Override
        public Subscription handle(Query query) {
            Subscription subscription = events.handle(query);
            return new Subscription() {
                @Override
                public Batch next(Duration patience) throws InterruptedException {
                    times++;
                    List<RecordedEvent> page = subscription.next(patience).events();
                    return new Batch(page, false);
                }

                @Override
                public void close() {
                    subscription.close();
                }
            };
        }
    }
}
