package dev.pentimento.application;

import dev.pentimento.domain.history.Progress;
import java.util.function.Consumer;

/** Counts what several threads get done, and tells one after the other. */
final class Ticker {
    private final String step;
    private final long total;
    private final Consumer<Progress> listener;
    private long done;

    Ticker(String step, long total, Consumer<Progress> listener) {
        this.step = step;
        this.total = total;
        this.listener = listener;
        advance(0);
    }

    synchronized void advance(long bytes) {
        done += bytes;
        listener.accept(new Progress(step, done, total));
    }
}
