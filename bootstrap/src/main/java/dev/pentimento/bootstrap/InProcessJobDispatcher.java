package dev.pentimento.bootstrap;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.ports.out.JobDispatcher;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands jobs to threads of this process. What it was told is lost with the process; the records know which jobs those were. */
final class InProcessJobDispatcher implements JobDispatcher {
    private static final long IDLE_SECONDS = 10;

    private final BlockingQueue<JobId> early = new LinkedBlockingQueue<>();
    private State state = new State.Waiting();

    /** Whether there is somebody to hand jobs to. */
    private sealed interface State {
        record Waiting() implements State {}

        record Working(ThreadPoolExecutor workers, JobHandler handler) implements State {}

        record Closed() implements State {}
    }

    private record InProcessDelivery(JobId job, String deliveryId) implements Delivery {
        @Override
        public int count() {
            return 1;
        }

        @Override
        public Optional<Stop> stop() {
            return Optional.empty();
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.noneOf(Capability.class);
    }

    @Override
    public synchronized void dispatch(Dispatch dispatch) {
        JobId job = dispatch.job();
        if (state instanceof State.Closed) {
            throw new IllegalStateException("Job %s came after the dispatcher was closed".formatted(job));
        }
        if (state instanceof State.Working working) {
            hand(working, job);
            return;
        }
        early.add(job);
    }

    @Override
    public synchronized Workers startWorkers(WorkerSettings settings, JobHandler handler) {
        if (!(state instanceof State.Waiting)) {
            throw new IllegalStateException("Workers can be started once only");
        }
        State.Working working = new State.Working(pool(settings.concurrency()), handler);
        state = working;
        for (JobId job = early.poll(); job != null; job = early.poll()) {
            hand(working, job);
        }
        return new Workers() {
            @Override
            public void drain(Duration patience) {
                InProcessJobDispatcher.this.close();
            }

            @Override
            public void close() {
                InProcessJobDispatcher.this.close();
            }
        };
    }

    @Override
    public void close() {
        State before = shut();
        if (before instanceof State.Working working) {
            working.workers().shutdown();
            awaitQuietly(working.workers());
        }
    }

    private synchronized State shut() {
        State before = state;
        state = new State.Closed();
        return before;
    }

    private static void hand(State.Working working, JobId job) {
        working.workers()
                .execute(() -> working.handler()
                        .handle(new InProcessDelivery(job, UUID.randomUUID().toString())));
    }

    /** An interrupt ends the waiting; the work itself goes on. */
    private static void awaitQuietly(ThreadPoolExecutor workers) {
        try {
            workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadPoolExecutor pool(int concurrency) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                concurrency, concurrency, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread worker = new Thread(task, "pentimento-worker-" + number.incrementAndGet());
                    worker.setDaemon(true);
                    return worker;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
