package dev.pentimento.adapters.imaging;

import java.util.concurrent.Semaphore;

/** The bytes that pictures may take up while they are read or written; served in the order of asking, so that large ones get their turn. */
final class MemoryBudget {
    /** Half of the heap. The other half is for the pictures that were read, and for everybody else. */
    static final MemoryBudget OF_THIS_JVM =
            new MemoryBudget(Runtime.getRuntime().maxMemory() / 2);

    /** What a semaphore counts, so that its permits, which are an int, reach to 2 TB. */
    private static final int UNIT = 1024;

    private final int all;
    private final Semaphore free;

    MemoryBudget(long bytes) {
        this.all = units(bytes);
        this.free = new Semaphore(all, true);
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + UNIT - 1) / UNIT);
    }

    long bytes() {
        return (long) all * UNIT;
    }

    /** Whether {@code bytes} could ever be taken. */
    boolean holds(long bytes) {
        return bytes <= bytes();
    }

    /** Waits for {@code bytes}; false if they are not to be had in time. Whoever gets them gives them back. */
    boolean take(long bytes, Deadline deadline) throws InterruptedException {
        return deadline.acquire(free, units(bytes));
    }

    void giveBack(long bytes) {
        free.release(units(bytes));
    }
}
