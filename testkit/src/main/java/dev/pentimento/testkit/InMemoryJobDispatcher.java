package dev.pentimento.testkit;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.spi.WaitingLine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hands jobs to threads of this process by a clock that may be a test's; for tests. */
public final class InMemoryJobDispatcher implements JobDispatcher {
    /** How soon a test's clock is noticed to have moved. */
    private static final long GLANCE_MILLIS = 5;

    private final InstantSource clock;
    private final WaitingLine line = new WaitingLine();
    private final Map<JobId, InMemoryDelivery> inHand = new HashMap<>();
    private boolean started;
    private boolean stopped;
    private boolean closed;

    public InMemoryJobDispatcher(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.DELAYED_DISPATCH, Capability.COALESCES_BY_JOB, Capability.CANCEL_SIGNAL);
    }

    @Override
    public synchronized void dispatch(Dispatch dispatch) {
        refuseAfterTheEnd();
        line.add(dispatch);
        notifyAll();
    }

    @Override
    public synchronized void signalCancel(JobId job) {
        Optional.ofNullable(inHand.get(job)).ifPresent(delivery -> delivery.stop = Stop.CANCEL_SIGNALLED);
    }

    @Override
    public synchronized Workers startWorkers(WorkerSettings settings, JobHandler handler) {
        refuseAfterTheEnd();
        if (started) {
            throw new IllegalStateException("Workers can be started once only");
        }
        started = true;
        for (int i = 1; i <= settings.concurrency(); i++) {
            Thread worker = new Thread(() -> work(settings.lanes(), handler), settings.name() + "-" + i);
            worker.setDaemon(true);
            worker.start();
        }
        return new Threads();
    }

    @Override
    public synchronized void close() {
        closed = true;
        finish(Long.MAX_VALUE);
    }

    private void refuseAfterTheEnd() {
        if (closed) {
            throw new IllegalStateException("The dispatcher is closed");
        }
    }

    private synchronized void drain(Duration patience) {
        inHand.values().forEach(delivery -> delivery.stop = Stop.SHUTTING_DOWN);
        finish(TimeUnit.NANOSECONDS.convert(patience));
        inHand.clear();
    }

    private synchronized void finish(long patienceNanos) {
        stopped = true;
        notifyAll();
        long end = System.nanoTime() + patienceNanos;
        while (!inHand.isEmpty() && (patienceNanos == Long.MAX_VALUE || System.nanoTime() - end < 0)) {
            glance();
        }
    }

    private void work(Set<String> lanes, JobHandler handler) {
        InMemoryDelivery delivery = next(lanes);
        while (delivery != null) {
            settle(delivery.turn.job(), outcome(handler, delivery));
            delivery = next(lanes);
        }
    }

    private synchronized @Nullable InMemoryDelivery next(Set<String> lanes) {
        while (!stopped) {
            Optional<WaitingLine.Turn> turn = line.take(lanes, clock.instant());
            if (turn.isPresent()) {
                InMemoryDelivery delivery = new InMemoryDelivery(turn.get());
                inHand.put(turn.get().job(), delivery);
                return delivery;
            }
            glance();
        }
        return null;
    }

    /** Null when the handler threw. */
    private static @Nullable Outcome outcome(JobHandler handler, InMemoryDelivery delivery) {
        try {
            return handler.handle(delivery);
        } catch (RuntimeException | Error e) {
            return null;
        } finally {
            Thread.interrupted(); // meant for this handler, not for the next
        }
    }

    private synchronized void settle(JobId job, @Nullable Outcome outcome) {
        inHand.remove(job);
        if (outcome == null) {
            line.failed(job, clock.instant(), 0);
        } else if (outcome instanceof Outcome.Retry retry) {
            line.retry(job, retry.notBefore());
        } else {
            line.done(job);
        }
        notifyAll();
    }

    @SuppressWarnings("WaitNotInLoop") // whoever calls it looks again
    private synchronized void glance() {
        try {
            wait(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for jobs", e);
        }
    }

    private final class Threads implements Workers {
        @Override
        public void drain(Duration patience) {
            InMemoryJobDispatcher.this.drain(patience);
        }

        @Override
        public void close() {
            finish(Long.MAX_VALUE);
        }
    }

    private static final class InMemoryDelivery implements Delivery {
        private final WaitingLine.Turn turn;
        private final String id = UUID.randomUUID().toString();
        private volatile @Nullable Stop stop;

        InMemoryDelivery(WaitingLine.Turn turn) {
            this.turn = turn;
        }

        @Override
        public JobId job() {
            return turn.job();
        }

        @Override
        public String deliveryId() {
            return id;
        }

        @Override
        public int count() {
            return turn.count();
        }

        @Override
        public Optional<Stop> stop() {
            return Optional.ofNullable(stop);
        }
    }
}
