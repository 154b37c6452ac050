package dev.pentimento.adapters.persistence;

import com.github.kagkarlsson.scheduler.task.Execution;
import dev.pentimento.ports.out.JobDispatcher.Stop;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What is being worked on, and whether more may come. Once it was stopped nothing is picked any more, not even by a poll that had begun. */
final class InHand {
    private final Lock picking = new ReentrantLock();
    private final Lock lock = new ReentrantLock();
    private final Condition fewer = lock.newCondition();
    private final Set<DbSchedulerDelivery> deliveries = new HashSet<>();
    private volatile boolean stopped;
    private boolean ended;

    /** Does {@code pick}, or finds nothing. Nobody who begins or ends a delivery waits for it, as it waits for the database. */
    List<Execution> unlessStopped(Supplier<List<Execution>> pick) {
        return guarded(picking, () -> stopped ? List.of() : pick.get());
    }

    /** Whether it may be worked on. */
    boolean begin(DbSchedulerDelivery delivery) {
        return guarded(() -> !stopped && deliveries.add(delivery));
    }

    void end(DbSchedulerDelivery delivery) {
        guarded(() -> {
            fewer.signalAll();
            return deliveries.remove(delivery);
        });
    }

    /** Whether nobody waits for it any more, because its row was put back. */
    boolean wasLetGo(DbSchedulerDelivery delivery) {
        return guarded(() -> !deliveries.contains(delivery));
    }

    boolean isStopped() {
        return stopped;
    }

    /** Returns when nothing is being picked any more. */
    void stop() {
        guarded(picking, () -> stopped = true);
    }

    void tell(Stop reason) {
        guarded(() -> {
            deliveries.forEach(delivery -> delivery.tell(reason));
            return true;
        });
    }

    /** Waits until nothing is left; gives what is left nevertheless, which is let go of. An interrupt ends the waiting. */
    List<DbSchedulerDelivery> awaitNone(long patienceNanos) {
        return guarded(() -> {
            awaitFewer(patienceNanos);
            List<DbSchedulerDelivery> left = List.copyOf(deliveries);
            deliveries.clear();
            fewer.signalAll();
            return left;
        });
    }

    /** True once. */
    boolean isFirstToEnd() {
        return guarded(() -> {
            boolean first = !ended;
            ended = true;
            return first;
        });
    }

    private void awaitFewer(long patienceNanos) {
        try {
            long left = patienceNanos;
            while (!deliveries.isEmpty() && left > 0) {
                left = fewer.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T guarded(Supplier<T> deed) {
        return guarded(lock, deed);
    }

    private static <T> T guarded(Lock lock, Supplier<T> deed) {
        lock.lock();
        try {
            return deed.get();
        } finally {
            lock.unlock();
        }
    }
}
