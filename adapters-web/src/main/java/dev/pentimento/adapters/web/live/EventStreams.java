package dev.pentimento.adapters.web.live;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Json;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.FollowEvents.Batch;
import dev.pentimento.ports.in.FollowEvents.Scope;
import dev.pentimento.ports.in.FollowEvents.Subscription;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Events as server-sent events: the past from any point on, then what happens, each once and in order. A reader that was cut off says in {@code
 * Last-Event-ID} how far it came, as browsers do by themselves.
 */
public final class EventStreams {
    /** How long a silent connection stays without a sign that it is alive. */
    private static final Duration PING = Duration.ofSeconds(15);

    private final FollowEvents followEvents;

    public EventStreams(FollowEvents followEvents) {
        this.followEvents = followEvents;
    }

    /**
     * What is followed until it is over.
     *
     * @param over whether nothing more will happen; asked before each waiting
     */
    public record Job(Scope scope, BooleanSupplier over) {}

    /**
     * One event on the wire.
     *
     * @param document what becomes JSON
     */
    public record Message(long number, String type, Object document) {}

    /** @throws dev.pentimento.ports.failure.UnknownReference if there is no such job or concept */
    public Answer of(Job job, Call call, Function<RecordedEvent, Message> writer) {
        FollowEvents.Query query = new FollowEvents.Query(call.user(), job.scope(), after(call));
        return Answer.flowing("text/event-stream", out -> {
            try (Subscription events = followEvents.handle(query)) {
                write(events, job, writer, out);
            }
        });
    }

    private static long after(Call call) {
        return call.header("Last-Event-ID")
                .or(() -> call.query("last_event_id"))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** When it is over and all has been told, so it is for the reader. */
    private static void write(Subscription events, Job job, Function<RecordedEvent, Message> writer, OutputStream out)
            throws IOException, InterruptedException {
        send(out, "retry: 2000\n\n");
        boolean over = false;
        while (true) {
            over = over || job.over().getAsBoolean();
            Batch batch = events.next(over ? Duration.ZERO : PING);
            for (RecordedEvent event : batch.events()) {
                send(out, text(writer.apply(event)));
                over = over || event.event().kind() == JobEvent.Kind.ENDED;
            }
            if (batch.events().isEmpty()) {
                if (over) {
                    return;
                }
                send(out, ": ping\n\n");
            }
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
