package dev.pentimento.testkit;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Does things on other threads; whatever fails there fails the test. */
public final class Crowd {
    private static final long PATIENCE_SECONDS = 60;

    private Crowd() {}

    /** Does {@code deed} on another thread and waits for it. */
    public static <T> T elsewhere(Callable<T> deed) {
        return of(1, deed).get(0);
    }

    /** Does {@code deed} on {@code size} threads that begin at the same moment, and waits for all. */
    public static <T> List<T> of(int size, Callable<T> deed) {
        ExecutorService threads = Executors.newFixedThreadPool(size);
        try {
            CyclicBarrier start = new CyclicBarrier(size);
            Callable<T> together = () -> {
                start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return deed.call();
            };
            return Stream.generate(() -> threads.submit(together)).limit(size).toList().stream()
                    .map(Crowd::result)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Waits until {@code event} has happened. */
    public static void await(CountDownLatch event) {
        try {
            if (!event.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("What was waited for did not happen within %d s".formatted(PATIENCE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for another thread", e);
        }
    }

    /** Waits until all others are there. */
    public static void meet(CyclicBarrier others) {
        try {
            others.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for another thread", e);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("Others did not come within %d s".formatted(PATIENCE_SECONDS), e);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for another thread", e);
        } catch (ExecutionException e) {
            throw new AssertionError("Another thread failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("Another thread took longer than %d s".formatted(PATIENCE_SECONDS), e);
        }
    }
}
