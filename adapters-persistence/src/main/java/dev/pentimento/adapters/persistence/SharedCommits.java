package dev.pentimento.adapters.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * Transactions that write, of which those that wait for each other share a commit, as nothing takes longer than to have the disk keep one. One thread
 * does the work of them all: it begins, does what waits as parts that can be undone each by itself, and commits for all. Nobody hears of theirs before
 * that has reached the disk; if it fails, it fails for everybody.
 *
 * <p>They are begun and ended by SQL of our own: the driver's {@code commit()} begins the next immediate transaction at once, which may fail as busy
 * when the commit itself has succeeded. Safe for use by several threads.
 */
final class SharedCommits implements AutoCloseable {
    /** How long SQLite waits by itself for another process: it looks after 1 ms, 3 ms and then. */
    private static final Duration GLANCES = Duration.ofMillis(4);

    /** So that nobody waits for ever for a round to end to which others come all the time. */
    private static final int MOST_PARTS = 100;

    private static final Duration A_MOMENT = Duration.ofNanos(500_000);
    private static final int PRIMARY_CODE = 0xff;

    private final Connections connections;
    private final Duration patience;
    private final BlockingQueue<Part<?>> waiting = new LinkedBlockingQueue<>();
    private final Part<Boolean> end = new Part<>(handle -> true);
    private final Thread writer = new Thread(this::workOn, "pentimento-records");
    private volatile boolean closed;

    /** What the writer has in hand. It has room for all of them from the beginning, as one that is taken must not get lost for want of memory. */
    private final List<Part<?>> together = new ArrayList<>(MOST_PARTS);

    /**
     * @param connections of which there is one
     * @param patience how long a transaction waits for its turn: for those of this process and of others together
     */
    SharedCommits(Connections connections, Duration patience) {
        this.connections = connections;
        this.patience = patience;
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Has {@code work} done in a transaction, by another thread; what it throws undoes it.
     *
     * @throws JdbiException if it does not get its turn in time, or cannot be kept
     */
    <T> T write(Function<Handle, T> work) {
        Part<T> part = new Part<>(work);
        waiting.add(part);
        if (closed && waiting.remove(part)) {
            throw new IllegalStateException("These records are closed");
        }
        return part.await(patience, waiting::remove);
    }

    /** How many wait for their turn. */
    int waiting() {
        return waiting.size();
    }

    /** Lets what waits by now come to its end, as long as others have patience. */
    @Override
    public void close() {
        closed = true;
        waiting.add(end);
        try {
            writer.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever happens, even where memory is out, nobody waits for ever, and those who come later find it at work. */
    private void workOn() {
        boolean ended = false;
        while (!ended) {
            try {
                ended = doRound();
            } catch (RuntimeException | Error e) {
                fail(e);
            }
        }
    }

    /** Without anything that would take memory. */
    private void fail(Throwable failure) {
        for (int i = 0; i < together.size(); i++) {
            together.get(i).fail(failure);
        }
    }

    /** @return whether the end was next */
    private boolean doRound() {
        together.clear();
        Part<?> first = next();
        if (first == end) {
            return true;
        }
        together.add(first);
        letOthersUseTheConnection();
        Round round = new Round();
        round.begin(patience.minus(first.waited()));
        try {
            round.doAll();
            round.commit();
        } catch (RuntimeException | Error e) {
            round.undo(e);
            throw e;
        }
        return false;
    }

    private Part<?> next() {
        Part<?> next = null;
        while (next == null) {
            try {
                next = waiting.take();
            } catch (InterruptedException meantForAPart) {
                next = waiting.poll();
            }
        }
        return next;
    }

    /** db-scheduler's heartbeats use the connection as well, and would hardly ever come first: whoever gives it back is faster than whoever has to wake. */
    private void letOthersUseTheConnection() {
        if (connections.pool().getHikariPoolMXBean().getThreadsAwaitingConnection() > 0) {
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
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

    /** What is committed together. */
    private final class Round {
        private final Handle handle = connections.open();
        private boolean over;

        void begin(Duration left) {
            try {
                SharedCommits.this.begin(handle, left);
            } catch (RuntimeException | Error e) {
                giveUp(e);
                throw e;
            }
        }

        /** It may have begun and failed thereafter. */
        private void giveUp(Throwable failure) {
            try (handle) {
                if (!(failure instanceof JdbiException known && isBusy(known))) {
                    connections.rollBack(handle, failure);
                }
            }
        }

        /** Those who have come meanwhile too. */
        void doAll() {
            for (int i = 0; i < together.size() && !over; i++) {
                doPart(together.get(i));
                takeInAnother();
            }
        }

        private void takeInAnother() {
            if (!over && together.size() < MOST_PARTS && waiting.peek() != end) {
                Part<?> next = waiting.poll();
                if (next != null) {
                    together.add(next);
                }
            }
        }

        private void doPart(Part<?> part) {
            try {
                handle.execute("savepoint part");
                part.run(handle);
                handle.execute("release part");
            } catch (RuntimeException | Error e) {
                part.fail(e);
                undoPart(e);
            }
        }

        /** Where it cannot be undone alone, SQLite has undone everything by itself, or has to: half of it must never be committed. */
        private void undoPart(Throwable failure) {
            try {
                handle.execute("rollback to part");
                handle.execute("release part");
            } catch (RuntimeException | Error e) {
                undo(failure);
                Connections.suppress(e, failure);
            }
        }

        void commit() {
            if (over) {
                return;
            }
            try {
                handle.execute("commit");
            } catch (RuntimeException | Error e) {
                undo(e);
                return;
            }
            over = true;
            for (int i = 0; i < together.size(); i++) {
                together.get(i).keep();
            }
            handle.close();
        }

        /** Whatever else fails then, nobody waits for it any more: a connection that is given up may be closed before it is given back. */
        void undo(Throwable failure) {
            if (over) {
                return;
            }
            over = true;
            for (int i = 0; i < together.size(); i++) {
                together.get(i).lose(failure);
            }
            try (handle) {
                connections.rollBack(handle, failure);
            } catch (RuntimeException | Error e) {
                Connections.suppress(e, failure);
            }
        }
    }
}
