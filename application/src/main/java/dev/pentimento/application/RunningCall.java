package dev.pentimento.application;

import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.out.CallContext;
import java.time.Instant;

/** What surrounds one call of a running job. */
final class RunningCall implements CallContext {
    private final RunningJob job;
    private final CallId id;
    private final Instant deadline;
    private final Sink sink;
    private volatile boolean goesOnWithoutUs;

    /** Where news of the call are written down. */
    interface Sink {
        /** For calls that are not in the ledger. */
        Sink NONE = new Sink() {
            @Override
            public void accepted(RemoteHandle handle) {}

            @Override
            public void partialImage(EncodedImage image) {}
        };

        void accepted(RemoteHandle handle);

        void partialImage(EncodedImage image);
    }

    RunningCall(RunningJob job, CallId id, Instant deadline, Sink sink) {
        this.job = job;
        this.id = id;
        this.deadline = deadline;
        this.sink = sink;
    }

    /** From now on the call can be taken up again later, so that it may be left alone when the process ends. */
    void goesOnWithoutUs() {
        goesOnWithoutUs = true;
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public boolean isCanceled() {
        return job.isCalledOff() || (goesOnWithoutUs && job.stopping().isPresent());
    }

    @Override
    public void onCancel(Runnable abort) {
        job.onStop(abort, () -> goesOnWithoutUs);
    }

    @Override
    public void progress(double share, String message) {
        job.progress(share, message);
    }

    @Override
    public void accepted(RemoteHandle handle) {
        sink.accepted(handle);
    }

    @Override
    public void partialImage(EncodedImage image) {
        sink.partialImage(image);
    }

    @Override
    public String idempotencyKey() {
        return id.toString();
    }
}
