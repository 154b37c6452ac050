package dev.pentimento.application;

import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.out.CallContext;
import java.time.Instant;

/** What surrounds a question. It is never broken off: what was sent is paid, so its answer is waited for. */
record AskedCall(CallId id, Instant deadline) implements CallContext {
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
        return id.toString();
    }
}
