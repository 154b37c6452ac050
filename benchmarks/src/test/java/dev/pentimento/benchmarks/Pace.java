package dev.pentimento.benchmarks;

import dev.pentimento.ports.out.CallContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes time, as a provider does. */
final class Pace {
    private Pace() {}

    /** Ends early when the call is called off. */
    static void pass(Duration time, CallContext context) {
        if (time.isZero()) {
            return;
        }
        CountDownLatch calledOff = new CountDownLatch(1);
        context.onCancel(calledOff::countDown);
        try {
            if (calledOff.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                context.checkCanceled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while answering", e);
        }
    }
}
