package dev.pentimento.benchmarks;

import dev.pentimento.ports.out.CallContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Takes time, as a provider does. */
final class Pace {
    private Pace() {}

    /** What {@code work} gives, after {@code time}: a provider works on machines of its own, within the time that it takes. */
    static <T> T spend(Duration time, CallContext context, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        pass(time.minusNanos(System.nanoTime() - start), context);
        return result;
    }

    /** Ends early when the call is called off. */
    private static void pass(Duration time, CallContext context) {
        if (time.isZero() || time.isNegative()) {
            return;
        }
        CountDownLatch calledOff = new CountDownLatch(1);
        context.onCancel(calledOff::countDown);
        try {
            if (calledOff.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                context.checkCanceled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while answering", e);
        }
    }
}
