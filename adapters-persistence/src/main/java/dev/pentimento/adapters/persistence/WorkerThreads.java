package dev.pentimento.adapters.persistence;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads on which jobs are worked on; each looks for the next job when it is through with one. None of them is ever interrupted. */
final class WorkerThreads extends ThreadPoolExecutor {
    private static final Duration IDLE = Duration.ofSeconds(10);

    /** Heartbeats must not wait for the search for the dead, nor either of them keep the third from waking the poller. */
    private static final int HOUSEKEEPERS = 3;

    private final Runnable whenFree;
    private volatile boolean letGo;

    WorkerThreads(int concurrency, Runnable whenFree) {
        super(
                concurrency,
                concurrency,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                named("pentimento-worker"));
        this.whenFree = whenFree;
        allowCoreThreadTimeOut(true);
    }

    static ExecutorService poller() {
        return Executors.newSingleThreadExecutor(named("pentimento-poller"));
    }

    static ScheduledExecutorService housekeepers() {
        return Executors.newScheduledThreadPool(HOUSEKEEPERS, named("pentimento-housekeeper"));
    }

    /** From now on nobody waits for what is still at work. */
    void letGo() {
        letGo = true;
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable failure) {
        whenFree.run();
    }

    /** Without interrupts: a handler learns from its delivery that it should stop, and a paid call must not be broken off halfway. */
    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return letGo || super.awaitTermination(timeout, unit);
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
