package dev.pentimento.adapters.web.batches;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Caller;
import dev.pentimento.adapters.web.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells what happens to a batch as server-sent events, and at the end what became of it. */
final class BatchStream {
    /** How long a silent connection stays without a sign that it is alive. */
    private static final Duration PING = Duration.ofSeconds(15);

    /** The id of the last thing that is told: unlike those before it, it has no number, as its batch may go on later. */
    private static final String ENDED = "ended";

    private BatchStream() {}

    /** @param flow null where nothing happens in this process */
    static Answer of(@Nullable BatchFlow flow, Call call, Supplier<BatchDocument> batch) {
        String last = last(call);
        if (flow == null && last.equals(ENDED)) {
            return Answer.nothing(); // browsers ask no more
        }
        long known = last.matches("\\d{1,9}") ? Long.parseLong(last) : 0;
        return Answer.flowing("text/event-stream", out -> {
            send(out, "retry: 2000\n\n");
            if (flow != null) {
                follow(flow, known, call.caller(), out);
            }
            if (!call.caller().isStillWelcome()) {
                return;
            }
            send(out, "id: %s\nevent: ended\ndata: %s\n\n".formatted(ENDED, Json.text(batch.get())));
        });
    }

    private static String last(Call call) {
        return call.header("Last-Event-ID")
                .or(() -> call.query("last_event_id"))
                .map(String::strip)
                .orElse("");
    }

    private static void follow(BatchFlow flow, long known, Caller caller, OutputStream out)
            throws IOException, InterruptedException {
        long told = known;
        while (true) {
            BatchFlow.Part part = flow.after(told, PING);
            if (!caller.isStillWelcome()) {
                return;
            }
            for (BatchEvent event : part.events()) {
                send(out, "id: %d\nevent: %s\ndata: %s\n\n".formatted(event.seq(), event.type(), Json.text(event)));
                told = event.seq();
            }
            if (part.over()) {
                return;
            }
            if (part.events().isEmpty()) {
                send(out, ": ping\n\n");
            }
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
