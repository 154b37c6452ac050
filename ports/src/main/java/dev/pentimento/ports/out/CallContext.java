package dev.pentimento.ports.out;

import dev.pentimento.ports.failure.ProviderFailure;
import java.time.Instant;

/** What surrounds one call to a provider. Safe for use by several threads. */
public interface CallContext {

    /** When the caller gives up. */
    Instant deadline();

    boolean isCanceled();

    /** Runs {@code abort} when the call is cancelled, at once if it already is; {@code abort} must not block. */
    void onCancel(Runnable abort);

    /**
     * Tells how far the call has come.
     *
     * @param share of the call, 0..1
     * @param message for people
     */
    void progress(double share, String message);

    /** For long computations: stops them here when the call is cancelled. */
    default void checkCanceled() {
        if (isCanceled()) {
            throw new ProviderFailure.Canceled("The call was cancelled");
        }
    }
}
