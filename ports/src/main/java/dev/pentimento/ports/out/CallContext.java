package dev.pentimento.ports.out;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.ProviderFailure;
import java.time.Instant;

/** What surrounds one call to a provider. Safe for use by several threads. */
public interface CallContext {

    /** What surrounds a call that is no part of a job: it ends by its deadline, and nobody listens. */
    static CallContext unattended(Instant deadline) {
        return unattended(deadline, "");
    }

    /** As {@link #unattended(Instant)}, of a call that is known by its {@link #idempotencyKey}. */
    static CallContext unattended(Instant deadline, String idempotencyKey) {
        return new Unattended(deadline, idempotencyKey);
    }

    /** When the caller gives up. */
    Instant deadline();

    /** Whether to stop waiting; to be asked between one look at an accepted request and the next. */
    boolean isCanceled();

    /**
     * Runs {@code abort} when the call is cancelled, at once if it already is; {@code abort} must not block, and may tell the provider. It is not run for
     * an accepted request that is merely left to somebody else, who will take it up again: then only {@link #isCanceled} tells.
     */
    void onCancel(Runnable abort);

    /**
     * Tells how far the call has come.
     *
     * @param share of the call, 0..1
     * @param message for people
     */
    void progress(double share, String message);

    /**
     * Tells that the provider has taken the request on and will finish it whatever becomes of us. To be called once, before asking for the result;
     * when it returns, the handle survives a power cut.
     *
     * @throws ProviderFailure.Canceled if the job is not ours any more
     */
    void accepted(RemoteHandle handle);

    /** Hands over a picture that is not finished yet. */
    void partialImage(EncodedImage image);

    /** Different for every call that may be billed, the same when one call is taken up again; for providers that tell repeated requests by a key. */
    String idempotencyKey();

    /** For long computations: stops them here when the call is cancelled. */
    default void checkCanceled() {
        if (isCanceled()) {
            throw new ProviderFailure.Canceled("The call was cancelled");
        }
    }
}
