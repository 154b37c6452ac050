package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads or processes bring about and do not tell. */
public final class Patience {
    private static final long PATIENCE_SECONDS = 180;
    private static final long GLANCE_NANOS = 2_000_000;

    private Patience() {}

    /** Waits until {@code condition} holds; for three minutes at most. */
    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("waited in vain").isNegative();
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }
}
