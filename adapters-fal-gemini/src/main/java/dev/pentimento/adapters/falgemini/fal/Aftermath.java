package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.out.CallContext;
import java.time.Duration;
import java.time.Instant;

/** What surrounds the last words with fal after a call was cancelled: a short time, and nobody who listens. */
record Aftermath(Instant deadline) implements CallContext {

    static Aftermath of(Duration time) {
        return new Aftermath(Instant.now().plus(time));
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
    public void accepted(RemoteHandle handle) {}

    @Override
    public void partialImage(EncodedImage image) {}

    @Override
    public String idempotencyKey() {
        return "";
    }
}
