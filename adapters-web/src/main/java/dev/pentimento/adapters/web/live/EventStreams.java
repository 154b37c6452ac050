package dev.pentimento.adapters.web.live;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Caller;
import dev.pentimento.adapters.web.http.Json;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.FollowEvents.Batch;
import dev.pentimento.ports.in.FollowEvents.Scope;
import dev.pentimento.ports.in.FollowEvents.Subscription;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;

/**
 * Events as server-sent events: the past from any point on, then what happens, each once and in order. A reader that was cut off says in {@code
 * Last-Event-ID} how far it came, as browsers do by themselves.
 */
public final class EventStreams {
    /** How long a silent connection stays without a sign that it is alive. */
    private static final Duration PING = Duration.ofSeconds(15);

    private final FollowEvents followEvents;
    private final JobEnds ends;

    public EventStreams(FollowEvents followEvents, JobEnds ends) {
        this.followEvents = followEvents;
        this.ends = ends;
    }

    /**
     * One event on the wire.
     *
     * @param document what becomes JSON
     */
    public record Message(long number, String type, Object document) {}

    /**
     * What happens to a job until it is over. Whoever knows all of that by now is told that there is nothing (204), which keeps browsers from asking again.
     *
     * @param job one of the caller's
     */
    public Answer of(JobId job, Call call, Function<RecordedEvent, Message> writer) {
        End end = ends.of(call.user(), job);
        long known = after(call);
        if (end.isReachedBy(known)) {
            return Answer.nothing();
        }
        Scope scope = new FollowEvents.OfJob(job);
        FollowEvents.Query query = new FollowEvents.Query(call.user(), scope, known);
        return Answer.flowing("text/event-stream", out -> {
            try (Subscription events = followEvents.handle(query)) {
                write(new Heard(events, new Attention(scope, end, known), call.caller()), writer, out);
            } catch (UnknownReference forgotten) {
                return; // its owner wants to see no more of it
            }
        });
    }

    private static long after(Call call) {
        return LastEventId.of(call.context())
                .or(() -> call.query("last_event_id").flatMap(LastEventId::number))
                .orElse(0L);
    }

    /** What somebody listens to, and how far he is. */
    private record Heard(Subscription events, Attention attention, Caller caller) {}

    /** When it is over and all has been told, so it is for the reader; and when the reader is not welcome any more. */
    private static void write(Heard heard, Function<RecordedEvent, Message> writer, OutputStream out)
            throws IOException, InterruptedException {
        send(out, "retry: 2000\n\n");
        while (heard.attention().isNeeded()) {
            Batch batch = heard.events().next(PING);
            if (!heard.caller().isStillWelcome()) {
                return;
            }
            for (RecordedEvent event : batch.events()) {
                send(out, text(writer.apply(event)));
            }
            if (batch.events().isEmpty()) {
                send(out, ": ping\n\n");
            }
            heard.attention().heard(batch.events());
        }
    }

    private static String text(Message message) {
        return "id: %d\nevent: %s\ndata: %s\n\n"
                .formatted(message.number(), message.type(), Json.text(message.document()));
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
