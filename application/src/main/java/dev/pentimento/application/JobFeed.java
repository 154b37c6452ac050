package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.JobEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The events of the jobs this process has worked on lately; the oldest jobs are forgotten. Safe for use by several threads. */
final class JobFeed {
    private static final int REMEMBERED_JOBS = 200;

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<JobId, List<JobEvent>> events = new LinkedHashMap<>();

    void publish(JobEvent event) {
        lock.lock();
        try {
            events.computeIfAbsent(event.job(), job -> new ArrayList<>()).add(event);
            if (events.size() > REMEMBERED_JOBS) {
                events.remove(events.keySet().iterator().next());
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The events from the {@code from}th on, waiting for the first of them, but no longer than {@code patience}. */
    List<JobEvent> next(JobId job, int from, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long remaining = patience.toNanos();
            while (since(job, from).isEmpty() && remaining > 0) {
                remaining = changed.awaitNanos(remaining);
            }
            return since(job, from);
        } finally {
            lock.unlock();
        }
    }

    /** The events from the {@code from}th on. */
    List<JobEvent> since(JobId job, int from) {
        lock.lock();
        try {
            List<JobEvent> all = events.getOrDefault(job, List.of());
            return from >= all.size() ? List.of() : List.copyOf(all.subList(from, all.size()));
        } finally {
            lock.unlock();
        }
    }
}
