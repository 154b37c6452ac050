package dev.pentimento.adapters.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;

/**
 * One of the transactions that {@link SharedCommits} commits together. One thread does it, another waits for it. Telling how it ended takes no memory, so
 * that it can be told when there is none.
 */
final class Part<T> {
    private final Function<Handle, T> work;
    private final long asked = System.nanoTime();
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable T result;
    private @Nullable Throwable failure;
    private boolean alone = true;

    Part(Function<Handle, T> work) {
        this.work = work;
    }

    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    /** What it gives is told by {@link #keep}. */
    void run(Handle handle) {
        result = work.apply(handle);
    }

    /** It is on the disk. */
    void keep() {
        over.countDown();
    }

    /** It failed, and nothing of it is left; of no effect where its end is known already. */
    void fail(Throwable why) {
        if (over.getCount() > 0) {
            failure = why;
            over.countDown();
        }
    }

    /** It is undone together with others; of no effect where its end is known already. */
    void lose(Throwable why) {
        if (over.getCount() > 0) {
            alone = false;
            fail(why);
        }
    }

    /**
     * What it gave, once that is kept. An interrupt ends the waiting for its turn, but not for a part that is being done.
     *
     * @param withdrawal whether it has not had its turn and never will
     * @throws JdbiException if it does not get its turn in time, or cannot be kept
     */
    T await(Duration patience, Predicate<Part<T>> withdrawal) {
        try {
            if (!over.await(patience.toNanos(), TimeUnit.NANOSECONDS) && withdrawal.test(this)) {
                throw new ConnectionException(
                        new SQLTransientConnectionException("Others of this process have written for " + patience));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (withdrawal.test(this)) {
                throw new ConnectionException(new SQLException("Waiting for the turn to write was interrupted", e));
            }
        }
        awaitEnd();
        return told();
    }

    private void awaitEnd() {
        boolean interrupted = false;
        while (over.getCount() > 0) {
            try {
                over.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        Uninterrupted.restore(interrupted);
    }

    @SuppressWarnings("NullAway") // null where the work gave that
    private T told() {
        if (failure == null) {
            return result;
        }
        if (!alone) {
            throw new TransactionException("What was written could not be kept", failure);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
