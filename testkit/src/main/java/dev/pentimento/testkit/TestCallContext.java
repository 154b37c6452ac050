package dev.pentimento.testkit;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The surroundings of a provider call in a test: remembers the progress it was told, and can be cancelled. Safe for use by several threads. */
public final class TestCallContext implements CallContext {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Instant deadline;
    private final List<Progress> told = new ArrayList<>();
    private final List<RemoteHandle> accepted = new CopyOnWriteArrayList<>();
    private final List<EncodedImage> partialImages = new CopyOnWriteArrayList<>();
    private final List<Runnable> aborts = new ArrayList<>();
    private int progressUntilCancel = Integer.MAX_VALUE;
    private boolean canceled;
    private boolean lost;

    private TestCallContext(Instant deadline) {
        this.deadline = deadline;
    }

    /** A call that nobody cancels and that has all the time in the world. */
    public static TestCallContext calm() {
        return new TestCallContext(Instant.MAX);
    }

    public static TestCallContext withDeadline(Instant deadline) {
        return new TestCallContext(deadline);
    }

    /** A call that was cancelled before it began. */
    public static TestCallContext canceled() {
        TestCallContext context = calm();
        context.cancel();
        return context;
    }

    /** A call whose job somebody else has taken over meanwhile; it learns of that when it is accepted. */
    public static TestCallContext ofALostJob() {
        TestCallContext context = calm();
        context.lost = true;
        return context;
    }

    /** A call that is cancelled as soon as it has told {@code times} times how far it has come. */
    public static TestCallContext canceledAfterProgress(int times) {
        TestCallContext context = calm();
        context.progressUntilCancel = times;
        return context;
    }

    /** Cancels the call and runs what was registered for that, in this thread. */
    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            canceled = true;
            due = List.copyOf(aborts);
            aborts.clear();
        }
        due.forEach(Runnable::run);
    }

    /** Leaves an accepted call to others, as a process does that is about to end: it is over here, and nobody is told to abort anything. */
    public synchronized void leaveToOthers() {
        canceled = true;
    }

    /** Everything that was told so far, in order. */
    public synchronized List<Progress> told() {
        return List.copyOf(told);
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public synchronized boolean isCanceled() {
        return canceled;
    }

    @Override
    public void onCancel(Runnable abort) {
        synchronized (this) {
            if (!canceled) {
                aborts.add(abort);
                return;
            }
        }
        abort.run();
    }

    @Override
    public void progress(double share, String message) {
        boolean enough;
        synchronized (this) {
            told.add(new Progress(share, message));
            enough = told.size() >= progressUntilCancel;
        }
        if (enough) {
            cancel();
        }
    }

    @Override
    public void accepted(RemoteHandle handle) {
        accepted.add(handle);
        if (lost) {
            throw new ProviderFailure.Canceled("The job is not ours any more");
        }
    }

    @Override
    public synchronized void partialImage(EncodedImage image) {
        partialImages.add(image);
        notifyAll();
    }

    @Override
    public String idempotencyKey() {
        return "call-1";
    }

    /** The handles that were told, in order. */
    public List<RemoteHandle> acceptedHandles() {
        return List.copyOf(accepted);
    }

    /** The unfinished pictures that came, in order. */
    public List<EncodedImage> partialImages() {
        return List.copyOf(partialImages);
    }

    /** Waits until {@code count} unfinished pictures have come. */
    public synchronized void awaitPartialImages(int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (long left = PATIENCE.toNanos(); partialImages.size() < count; left = end - System.nanoTime()) {
                if (left <= 0) {
                    throw new AssertionError("Of %d unfinished pictures came %s".formatted(count, partialImages));
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for unfinished pictures", e);
        }
    }

    /** How far a call said it had come. */
    public record Progress(double share, String message) {}
}
