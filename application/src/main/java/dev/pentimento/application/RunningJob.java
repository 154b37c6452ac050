package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.out.CallContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** One job while a worker has it: where it is in its pipeline, and whether it was called off. Safe for use by several threads. */
final class RunningJob implements CallContext {
    private final JobId id;
    private final JobFeed feed;
    private final InstantSource clock;
    private final Instant deadline;
    private final List<Runnable> aborts = new ArrayList<>();
    private boolean canceled;
    private volatile Span span = new Span("", 0, 0);

    RunningJob(JobId id, JobFeed feed, InstantSource clock, Instant deadline) {
        this.id = id;
        this.feed = feed;
        this.clock = clock;
        this.deadline = deadline;
    }

    /** The part of the job that a stage takes up, as shares 0..1 of the whole. */
    private record Span(String stage, double from, double to) {
        double at(double share) {
            return from + (to - from) * Math.min(1, Math.max(0, share));
        }
    }

    void enter(String stage, double from, double to) {
        span = new Span(stage, from, to);
        publish(JobEvent.Kind.STARTED, 0, "");
    }

    void leave(JobEvent.Kind kind, String message) {
        publish(kind, kind == JobEvent.Kind.FAILED ? 0 : 1, message);
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public synchronized boolean isCanceled() {
        return canceled || clock.instant().isAfter(deadline);
    }

    @Override
    public void onCancel(Runnable abort) {
        if (keepForLater(abort)) {
            return;
        }
        abort.run();
    }

    void cancel() {
        callOff().forEach(Runnable::run);
    }

    @Override
    public void progress(double share, String message) {
        publish(JobEvent.Kind.PROGRESSED, share, message);
    }

    private synchronized boolean keepForLater(Runnable abort) {
        return !canceled && aborts.add(abort);
    }

    private synchronized List<Runnable> callOff() {
        canceled = true;
        List<Runnable> pending = List.copyOf(aborts);
        aborts.clear();
        return pending;
    }

    private void publish(JobEvent.Kind kind, double share, String message) {
        Span now = span;
        feed.publish(new JobEvent(id, now.stage(), kind, now.at(share), message));
    }

    @Override
    public void accepted(RemoteHandle handle) {}

    @Override
    public void partialImage(EncodedImage image) {}

    @Override
    public String idempotencyKey() {
        return id.toString();
    }
}
