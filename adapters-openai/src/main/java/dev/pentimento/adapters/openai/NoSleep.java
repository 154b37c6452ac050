package dev.pentimento.adapters.openai;

import com.openai.core.Sleeper;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Nobody waits here: whether and when something is tried again is decided elsewhere. */
final class NoSleep implements Sleeper {
    @Override
    public void sleep(Duration duration) {
        throw new IllegalStateException("OpenAI's library wanted to try again in " + duration);
    }

    @Override
    public CompletableFuture<Void> sleepAsync(Duration duration) {
        return CompletableFuture.failedFuture(new IllegalStateException("Nothing is tried again"));
    }

    @Override
    public void close() {}
}
