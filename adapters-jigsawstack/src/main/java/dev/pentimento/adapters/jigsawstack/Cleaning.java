package dev.pentimento.adapters.jigsawstack;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.out.CallContext;
import java.time.Duration;
import java.time.Instant;

/** What surrounds the tidying up after a call: a little time of its own, whatever became of the call. */
record Cleaning(Instant deadline) implements CallContext {
    Cleaning(Duration time) {
        this(Instant.now().plus(time));
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
