package dev.pentimento.application;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether a batch is to begin anything new. Safe for use by several threads. */
final class Halt {
    private final CountDownLatch halted = new CountDownLatch(1);

    /** Nothing new is begun any more; for good. */
    static final class Halted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Halted() {
            super("The batch was called off", null, false, false);
        }
    }

    void callOff() {
        halted.countDown();
    }

    boolean isCalledOff() {
        return halted.getCount() == 0;
    }

    /** @throws Halted if nothing new is to be begun */
    void check() {
        if (isCalledOff() || Thread.currentThread().isInterrupted()) {
            throw new Halted();
        }
    }

    /**
     * Returns when {@code time} is over.
     *
     * @throws Halted if the batch is called off, or the thread interrupted, meanwhile
     */
    void await(Duration time) {
        try {
            if (halted.await(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS)) {
                throw new Halted();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Halted();
        }
    }
}
