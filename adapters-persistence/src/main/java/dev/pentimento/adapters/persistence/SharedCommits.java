package dev.pentimento.adapters.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * Transactions that write, one at a time, of which those that wait for each other share a commit, as nothing takes longer than to have the disk keep
 * one. Whoever comes first begins, lets all who are waiting by then do theirs as parts that can be undone each by itself, and commits for all.
 * Nobody returns before that has reached the disk; if it fails, it fails for everybody.
 *
 * <p>They are begun and ended by SQL of our own: the driver's {@code commit()} begins the next immediate transaction at once, which may fail as busy
 * when the commit itself has succeeded. Safe for use by several threads.
 */
final class SharedCommits {
    /** How long SQLite waits by itself for another process: it looks after 1 ms, 3 ms and then. */
    private static final Duration GLANCES = Duration.ofMillis(4);

    private static final int PRIMARY_CODE = 0xff;

    private final Connections connections;
    private final Duration patience;

    /** Fair, so that whoever has begun comes after those who were waiting then, and before those who were not. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private @Nullable Round open;

    /**
     * @param connections of which there is one
     * @param patience how long a transaction waits for its turn: for those of this process and of others together
     */
    SharedCommits(Connections connections, Duration patience) {
        this.connections = connections;
        this.patience = patience;
    }

    /**
     * Does {@code work} in a transaction; what it throws undoes it.
     *
     * @throws JdbiException if it does not get its turn in time, or cannot be kept
     */
    <T> T write(Function<Handle, T> work) {
        Done<T> done = takePart(work);
        done.round.commitIfMine();
        done.round.awaitEnd();
        return done.result;
    }

    /** How many wait for their turn, about. */
    int waiting() {
        return turn.getQueueLength();
    }

    /** @param result that counts as soon as the round is kept */
    private record Done<T>(Round round, T result) {}

    private <T> Done<T> takePart(Function<Handle, T> work) {
        long asked = System.nanoTime();
        awaitTurn();
        try {
            Round round = open == null ? begin(patience.minusNanos(System.nanoTime() - asked)) : open;
            return new Done<>(round, round.isMine() ? round.doAll(work) : round.doPart(work));
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ConnectionException(
                        new SQLTransientConnectionException("Others of this process have written for " + patience));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException(new SQLException("Waiting for the turn to write was interrupted", e));
        }
    }

    private Round begin(Duration left) {
        Handle handle = connections.open();
        try {
            begin(handle, left);
        } catch (RuntimeException | Error e) {
            handle.close();
            throw e;
        }
        Round round = new Round(handle);
        open = round;
        return round;
    }

    /**
     * SQLite would look for its chance ever more seldom, and so hardly ever meet the short moments between the transactions of a process that writes all
     * the time.
     */
    private void begin(Handle handle, Duration left) {
        long end = System.nanoTime() + left.toNanos();
        setPatience(handle, GLANCES);
        try {
            while (!hasBegun(handle, end)) {
                Thread.onSpinWait();
            }
        } finally {
            setPatience(handle, patience);
        }
    }

    private static boolean hasBegun(Handle handle, long end) {
        try {
            handle.execute("begin immediate");
            return true;
        } catch (JdbiException e) {
            if (isBusy(e) && System.nanoTime() - end < 0) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isBusy(JdbiException failure) {
        return failure.getCause() instanceof SQLException cause
                && (cause.getErrorCode() & PRIMARY_CODE) == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    private static void setPatience(Handle handle, Duration patience) {
        try {
            handle.getConnection().unwrap(SQLiteConnection.class).setBusyTimeout(Math.toIntExact(patience.toMillis()));
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /** The machine may have one failure for all want of memory. */
    private static void suppress(Throwable further, Throwable failure) {
        if (further != failure) {
            failure.addSuppressed(further);
        }
    }

    /** What is committed together. */
    private final class Round {
        private final Handle handle;
        private final Thread first = Thread.currentThread();
        private final CompletableFuture<Boolean> end = new CompletableFuture<>();

        Round(Handle handle) {
            this.handle = handle;
        }

        /** Whether this thread has begun it. */
        boolean isMine() {
            return Thread.currentThread().equals(first);
        }

        /** Nobody else has done anything yet, so all of it can be undone. */
        <T> T doAll(Function<Handle, T> work) {
            try {
                return work.apply(handle);
            } catch (RuntimeException | Error e) {
                undo(e);
                throw e;
            }
        }

        <T> T doPart(Function<Handle, T> work) {
            try {
                handle.execute("savepoint part");
                T result = work.apply(handle);
                handle.execute("release part");
                return result;
            } catch (RuntimeException | Error e) {
                undoPart(e);
                throw e;
            }
        }

        /** Where it cannot be undone alone, SQLite has undone everything by itself, or has to: half of it must never be committed. */
        private void undoPart(Throwable failure) {
            try {
                handle.execute("rollback to part");
                handle.execute("release part");
            } catch (RuntimeException | Error e) {
                undo(failure);
                suppress(e, failure);
            }
        }

        void commitIfMine() {
            if (!isMine()) {
                return;
            }
            turn.lock();
            try {
                commit();
            } finally {
                turn.unlock();
            }
        }

        private void commit() {
            if (end.isDone()) {
                return;
            }
            try {
                handle.execute("commit");
            } catch (RuntimeException | Error e) {
                undo(e);
                return;
            }
            open = null;
            end.complete(true);
            handle.close();
        }

        /** Whatever else fails then, nobody waits for it any more: a connection that is given up may be closed before it is given back. */
        private void undo(Throwable failure) {
            open = null;
            end.completeExceptionally(failure);
            try (handle) {
                connections.rollBack(handle, failure);
            } catch (RuntimeException | Error e) {
                suppress(e, failure);
            }
        }

        void awaitEnd() {
            try {
                end.join();
            } catch (CompletionException e) {
                throw new TransactionException("What was written could not be kept", e.getCause());
            }
        }
    }
}
