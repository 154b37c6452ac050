package dev.pentimento.app.cli;

import org.jspecify.annotations.Nullable;

/** Lets others break off what the current thread waits for, and nothing that it does afterwards. */
final class Waiting implements AutoCloseable {
    private @Nullable Thread waiter = Thread.currentThread();
    private boolean brokenOff;

    synchronized void breakOff() {
        brokenOff = true;
        if (waiter != null) {
            waiter.interrupt();
        }
    }

    synchronized boolean isBrokenOff() {
        return brokenOff;
    }

    /** By the thread that waited. */
    @Override
    public synchronized void close() {
        waiter = null;
        Thread.interrupted(); // it was meant for the waiting
    }
}
