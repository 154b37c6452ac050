package dev.pentimento.adapters.imaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The moment after which nobody waits any more. */
final class Deadline {
    /** Three centuries from now, and nobody has waited as long as that. */
    private static final long FOREVER = Long.MAX_VALUE;

    private final long begin = System.nanoTime();
    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration time) {
        return new Deadline(time.toNanos());
    }

    static Deadline never() {
        return new Deadline(FOREVER);
    }

    /** 0 or less when it has passed. */
    long nanosLeft() {
        return nanos - (System.nanoTime() - begin);
    }

    /** Whether {@code permits} could be had in time. */
    boolean acquire(Semaphore semaphore, int permits) throws InterruptedException {
        return semaphore.tryAcquire(permits, nanosLeft(), TimeUnit.NANOSECONDS);
    }
}
