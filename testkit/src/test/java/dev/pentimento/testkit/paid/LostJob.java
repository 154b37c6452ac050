package dev.pentimento.testkit.paid;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import java.time.Instant;

/** The surroundings of a call whose job somebody else has taken over meanwhile. */
final class LostJob implements CallContext {

    @Override
    public void accepted(RemoteHandle handle) {
        throw new ProviderFailure.Canceled("The job is not ours any more");
    }

    @Override
    public Instant deadline() {
        return Instant.MAX;
    }

    @Override
    public boolean isCanceled() {
        return false;
    }

    @Override
    public void onCancel(Runnable abort) {}

    @Override
    public void progress(double share, String message) {}

    @Override
    public void partialImage(EncodedImage image) {}

    @Override
    public String idempotencyKey() {
        return "lost";
    }
}
