package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import java.time.Instant;

/** A call of a worker that has lost its job, and learns of it when it tells that the call was accepted. */
class LostJob implements CallContext {
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
    public void accepted(RemoteHandle handle) {
        throw new ProviderFailure.Canceled("The job is somebody else's");
    }

    @Override
    public void partialImage(EncodedImage image) {}

    @Override
    public String idempotencyKey() {
        return "call-1";
    }
}
