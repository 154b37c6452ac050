package dev.pentimento.application;

import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.in.FollowEvents.Batch;
import dev.pentimento.ports.in.FollowEvents.Scope;
import dev.pentimento.ports.in.FollowEvents.Subscription;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One who follows events. A few that were not fetched yet are kept in memory; whoever falls further behind reads them from the records, so that
 * nobody who is slow costs memory or holds others up.
 */
final class Subscriber implements Subscription {
    static final int MOST_KEPT = 256;

    private final EventFeed feed;
    private final Scope scope;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Deque<RecordedEvent> kept = new ArrayDeque<>();
    private boolean behind;
    private boolean begun;
    private long told;

    Subscriber(EventFeed feed, Scope scope, long after) {
        this.feed = feed;
        this.scope = scope;
        this.told = after;
    }

    Scope scope() {
        return scope;
    }

    void offer(RecordedEvent event) {
        lock.lock();
        try {
            if (kept.size() == MOST_KEPT) {
                kept.clear();
                behind = true;
            }
            if (!behind) {
                kept.add(event);
            }
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Begins with the past, which nobody offers, and goes back to it after a gap, or where nobody waits for what is still to be offered. */
    @Override
    public Batch next(Duration patience) throws InterruptedException {
        if (!begun || patience.isZero()) {
            List<RecordedEvent> past = read();
            if (!past.isEmpty()) {
                return new Batch(past, false);
            }
            begun = true;
            feed.caughtUp(scope, told);
        }
        return await(patience) ? catchUp() : new Batch(fresh(), false);
    }

    private Batch catchUp() {
        begun = false;
        return new Batch(read(), true);
    }

    /** Whether too much has come to be kept. */
    private boolean await(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (kept.isEmpty() && !behind && left > 0) {
                left = news.awaitNanos(left);
            }
            boolean gap = behind;
            behind = false;
            return gap;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What came and follows on what was told; where something between is missing, because two came in a wrong order or others recorded it, all is read
     * instead, which may be more than is read at once.
     */
    private List<RecordedEvent> fresh() {
        List<RecordedEvent> events = new ArrayList<>();
        for (RecordedEvent event : taken()) {
            long number = scope.number(event);
            if (number == told + 1) {
                events.add(event);
                told = number;
            } else if (number > told) {
                events.addAll(read());
                begun = false;
            }
        }
        return events;
    }

    private List<RecordedEvent> taken() {
        lock.lock();
        try {
            List<RecordedEvent> events = List.copyOf(kept);
            kept.clear();
            return events;
        } finally {
            lock.unlock();
        }
    }

    private List<RecordedEvent> read() {
        List<RecordedEvent> events = feed.read(scope, told);
        if (!events.isEmpty()) {
            told = scope.number(events.get(events.size() - 1));
        }
        return events;
    }

    @Override
    public void close() {
        feed.unsubscribe(this);
    }
}
