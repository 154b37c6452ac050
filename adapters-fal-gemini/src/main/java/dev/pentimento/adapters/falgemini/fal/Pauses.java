package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.ports.out.CallContext;
import dev.pentimento.provider.http.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The pauses between two looks at the queue: each half as long again as the last one, and over at once when the call is cancelled. */
final class Pauses {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final CallContext context;
    private final CountDownLatch canceled = new CountDownLatch(1);
    private Duration next;

    /** @param first how long the first one is */
    Pauses(Duration first, CallContext context) {
        this.next = first;
        this.context = context;
        context.onCancel(canceled::countDown);
    }

    /**
     * Returns when it is time for the next look, at the latest when the call has no time left.
     *
     * @throws dev.pentimento.ports.failure.ProviderFailure.Canceled if the call is cancelled
     */
    void pause() {
        Duration pause = timeLeft();
        next = longer(next, shorter(next.multipliedBy(3).dividedBy(2), LONGEST));
        await(pause);
        context.checkCanceled();
    }

    /** {@link Instant#MAX} is too far away to be subtracted from. */
    private Duration timeLeft() {
        Instant now = Instant.now();
        return context.deadline().isAfter(now.plus(next)) ? next : Duration.between(now, context.deadline());
    }

    private void await(Duration pause) {
        try {
            canceled.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Purpose.RESULT.unclear("The wait for fal was interrupted", e);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
