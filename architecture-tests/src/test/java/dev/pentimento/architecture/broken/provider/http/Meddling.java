package dev.pentimento.architecture.broken.provider.http;

import io.github.resilience4j.retry.Retry;

/** Breaks 5: does more than HTTP. */
final class Meddling {
    Retry again() {
        return Retry.ofDefaults("again");
    }
}
