package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.RecordedEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes those who wait for events of a job that this process writes; the events themselves are in the records. Safe for use by several threads. */
final class JobFeed {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<JobId, Long> newest = new HashMap<>();
    private final Map<JobId, Integer> waiting = new HashMap<>();

    void publish(List<RecordedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            events.stream()
                    .filter(event -> waiting.containsKey(event.event().job()))
                    .forEach(event -> newest.merge(event.event().job(), event.ofJob(), Math::max));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when there are events after the given one, but no later than {@code patience}. */
    void await(JobId job, long after, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waiting.merge(job, 1, Integer::sum);
            long remaining = patience.toNanos();
            while (newest.getOrDefault(job, 0L) <= after && remaining > 0) {
                remaining = changed.awaitNanos(remaining);
            }
        } finally {
            forget(job);
            lock.unlock();
        }
    }

    private void forget(JobId job) {
        waiting.computeIfPresent(job, (id, count) -> count == 1 ? null : count - 1);
        if (!waiting.containsKey(job)) {
            newest.remove(job);
        }
    }
}
