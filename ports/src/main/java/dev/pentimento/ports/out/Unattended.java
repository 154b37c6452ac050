package dev.pentimento.ports.out;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.ledger.RemoteHandle;
import java.time.Instant;

/** A call that nobody follows. */
record Unattended(Instant deadline, String idempotencyKey) implements CallContext {
    @Override
    public boolean isCanceled() {
        return false;
    }

    @Override
    public void onCancel(Runnable abort) {}

    @Override
    public void progress(double share, String message) {}

    @Override
    public void accepted(RemoteHandle handle) {}

    @Override
    public void partialImage(EncodedImage image) {}
}
