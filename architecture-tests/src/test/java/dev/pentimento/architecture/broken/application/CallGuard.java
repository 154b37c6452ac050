package dev.pentimento.architecture.broken.application;

import io.github.resilience4j.retry.Retry;

/** Breaks nothing: the one class, with its parts, that may know the library. */
final class CallGuard {
    private final Repetition repetition = new Repetition();

    Retry retry() {
        return repetition.retry("known");
    }

    private static final class Repetition {
        Retry retry(String name) {
            return Retry.ofDefaults(name);
        }
    }
}
