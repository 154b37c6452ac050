package dev.pentimento.adapters.imaging;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where files are read: each by a thread of its own, a few at the same time, and nobody waits for one after its deadline.
 *
 * <p>A reading whose time is up is interrupted, which its loops and streams look out for. Should it sit in foreign code that does not, its seat goes to
 * the next all the same; it keeps its memory until it ends, so the memory bounds how many of them there can be. Their threads let the JVM exit.
 */
final class ReadingRoom {
    /** Made when the first file is read. */
    static final ReadingRoom OF_THIS_JVM =
            new ReadingRoom(Math.max(2, Runtime.getRuntime().availableProcessors()));

    /** As many as read at the time, kept a while for the next. */
    private static final Executor THREADS = Executors.newCachedThreadPool(ReadingRoom::thread);

    private final Semaphore seats;

    ReadingRoom(int seats) {
        this.seats = new Semaphore(seats, true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "reading an image");
        thread.setDaemon(true);
        return thread;
    }

    /** What {@code reading} gives; the gate tells how long to wait for it, and is closed when it ends. */
    <T> T read(Gate gate, Callable<T> reading) {
        try {
            if (!gate.deadline().acquire(seats, 1)) {
                throw gate.busy();
            }
            try {
                return readSeated(gate, reading);
            } finally {
                seats.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gate.interrupted();
        }
    }

    private static <T> T readSeated(Gate gate, Callable<T> reading) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(() -> {
            try (gate) {
                return reading.call();
            }
        });
        THREADS.execute(task);
        try {
            return task.get(gate.deadline().nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw gate.late();
        } catch (ExecutionException e) {
            throw gate.rejected(Objects.requireNonNull(e.getCause()));
        } finally {
            task.cancel(true);
        }
    }
}
