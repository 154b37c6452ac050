package dev.pentimento.adapters.web.batches;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What happened to a batch since this process has it in hand, for whoever listens. Its length is bounded by the prompts of a batch and their rounds.
 *
 * <p>Safe for use by several threads.
 */
final class BatchFlow {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<BatchEvent> events = new ArrayList<>();
    private boolean over;

    /**
     * What somebody does not know yet.
     *
     * @param over whether nothing follows
     */
    record Part(List<BatchEvent> events, boolean over) {
        Part {
            events = List.copyOf(events);
        }
    }

    void add(BatchEvent.Told told) {
        lock.lock();
        try {
            events.add(told.as(events.size() + 1));
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            over = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What came after the event of that number, as soon as there is something, or when the time is over. */
    Part after(long known, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = patience.toNanos();
            while (known >= events.size() && !over && nanos > 0) {
                nanos = news.awaitNanos(nanos);
            }
            return new Part(events.subList((int) Math.min(known, events.size()), events.size()), over);
        } finally {
            lock.unlock();
        }
    }

    /** Whether it ended in time. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = patience.toNanos();
            while (!over && nanos > 0) {
                nanos = news.awaitNanos(nanos);
            }
            return over;
        } finally {
            lock.unlock();
        }
    }
}
