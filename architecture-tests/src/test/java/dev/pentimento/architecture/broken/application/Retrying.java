package dev.pentimento.architecture.broken.application;

import io.github.resilience4j.retry.Retry;

/** Breaks 3: tries again by itself. */
final class Retrying {
    Retry retry() {
        return Retry.ofDefaults("unknown");
    }
}
