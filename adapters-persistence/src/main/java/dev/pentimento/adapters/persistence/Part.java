package dev.pentimento.adapters.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** One of the transactions that {@link SharedCommits} commits together. One thread does it, another waits for it. */
final class Part<T> {
    private final Function<Handle, T> work;
    private final long asked = System.nanoTime();
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable T result;

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
        answer.complete(result);
    }

    /** Nothing of it is left; of no effect where that is known already. */
    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /**
     * What it gave, once that is kept. An interrupt ends the waiting for its turn, but not for a part that is being done.
     *
     * @param withdrawal whether it has not had its turn and never will
     * @throws JdbiException if it does not get its turn in time, or cannot be kept
     */
    T await(Duration patience, Predicate<Part<T>> withdrawal) {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (withdrawal.test(this)) {
                throw new ConnectionException(
                        new SQLTransientConnectionException("Others of this process have written for " + patience));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (withdrawal.test(this)) {
                throw new ConnectionException(new SQLException("Waiting for the turn to write was interrupted", e));
            }
        } catch (ExecutionException e) {
            throw thrown(e);
        }
        return awaitEnd();
    }

    private T awaitEnd() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw thrown(e);
        }
    }

    private static RuntimeException thrown(Exception told) {
        if (told.getCause() instanceof Error error) {
            throw error;
        }
        return told.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(told);
    }
}
