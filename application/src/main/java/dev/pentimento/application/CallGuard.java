package dev.pentimento.application;

import dev.pentimento.ports.spi.Providers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Makes calls to providers, as often and as fast as is allowed. */
final class CallGuard {
    CallGuard(Providers providers, InstantSource clock) {}

    /** How a call waits for its turn. */
    @FunctionalInterface
    interface Waiting {
        /** @throws dev.pentimento.ports.failure.ProviderFailure.Canceled if the job is called off meanwhile */
        void await(Duration time, String why);
    }

    <T> T run(String provider, Waiting waiting, Supplier<T> attempt) {
        return attempt.get();
    }
}
