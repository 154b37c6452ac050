package dev.pentimento.adapters.web.batches;

import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.adapters.web.live.Tale;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells what happens to a batch, and at the end what became of it. */
final class BatchTale implements Tale {
    /** How long somebody hears nothing before he is told that somebody is there. */
    private static final Duration PING = Duration.ofSeconds(15);

    private final @Nullable BatchFlow flow;
    private final Supplier<BatchDocument> batch;
    private final InstantSource clock;
    private long told;

    /**
     * @param flow null where nothing happens in this process
     * @param since the seq of the last event that is known already; 0 = none
     */
    BatchTale(@Nullable BatchFlow flow, long since, Supplier<BatchDocument> batch, InstantSource clock) {
        this.flow = flow;
        this.told = since;
        this.batch = batch;
        this.clock = clock;
    }

    /**
     * The last message, or one of somebody who has nothing to tell.
     *
     * @param seq that of the last event
     * @param type {@code ended} or {@code ping}
     * @param batch null unless it ended
     */
    record Sign(
            long seq,
            String type,
            String timestamp,
            @Nullable BatchDocument batch) {}

    @Override
    public void tell(Hearer hearer) throws IOException, InterruptedException {
        if (flow != null) {
            follow(flow, hearer);
        }
        hearer.hear(sign("ended", batch.get()));
    }

    private void follow(BatchFlow events, Hearer hearer) throws IOException, InterruptedException {
        for (BatchFlow.Part part = tellNext(events, hearer); !part.over(); part = tellNext(events, hearer)) {
            if (part.events().isEmpty()) {
                hearer.hear(sign("ping", null));
            }
        }
    }

    private BatchFlow.Part tellNext(BatchFlow events, Hearer hearer) throws IOException, InterruptedException {
        BatchFlow.Part part = events.after(told, PING);
        for (BatchEvent event : part.events()) {
            hearer.hear(event);
            told = event.seq();
        }
        return part;
    }

    private Sign sign(String type, @Nullable BatchDocument document) {
        return new Sign(told, type, Timestamps.of(clock.instant()), document);
    }
}
