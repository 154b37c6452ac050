package dev.pentimento.adapters.web.batches;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
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

    private BatchStream() {}

    /** @param flow null where nothing happens in this process */
    static Answer of(@Nullable BatchFlow flow, Call call, Supplier<BatchDocument> batch) {
        long known = known(call);
        return Answer.flowing("text/event-stream", out -> {
            send(out, "retry: 2000\n\n");
            if (flow != null) {
                follow(flow, known, out);
            }
            send(out, "event: ended\ndata: %s\n\n".formatted(Json.text(batch.get())));
        });
    }

    private static long known(Call call) {
        return call.header("Last-Event-ID")
                .or(() -> call.query("last_event_id"))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static void follow(BatchFlow flow, long known, OutputStream out) throws IOException, InterruptedException {
        long told = known;
        while (true) {
            BatchFlow.Part part = flow.after(told, PING);
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
