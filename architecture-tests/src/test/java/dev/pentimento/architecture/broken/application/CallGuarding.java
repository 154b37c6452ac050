package dev.pentimento.architecture.broken.application;

import io.github.resilience4j.retry.Retry;

/** Breaks 3: its name begins like that of the class that may. */
final class CallGuarding {
    Retry retry() {
        return Retry.ofDefaults("unknown");
    }
}
