package dev.pentimento.adapters.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;
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

    private static final int PRIMARY_CODE = 0xff;

    private final Connections connections;
    private final Duration patience;
    private final BlockingQueue<Part<?>> waiting = new LinkedBlockingQueue<>();
    private final Part<Boolean> end = new Part<>(handle -> true);
    private final Thread writer = new Thread(this::workOn, "pentimento-records");

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
        return part.await(patience, waiting::remove);
    }

    /** How many wait for their turn. */
    int waiting() {
        return waiting.size();
    }

    /** Begins nothing more after what waits by now. */
    @Override
    public void close() {
        waiting.add(end);
    }

    private void workOn() {
        for (Part<?> first = next(); first != end; first = next()) {
            List<Part<?>> together = new ArrayList<>(List.of(first));
            try {
                doTogether(together);
            } catch (RuntimeException | Error e) {
                together.forEach(part -> part.fail(e));
            }
        }
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

    /** @param together the first part, to which others come */
    private void doTogether(List<Part<?>> together) {
        Handle handle = begin(patience.minus(together.get(0).waited()));
        Round round = new Round(handle, together);
        round.doPart(together.get(0));
        for (Part<?> next = further(round); next != null; next = further(round)) {
            together.add(next);
            round.doPart(next);
        }
        round.commit();
    }

    private @Nullable Part<?> further(Round round) {
        return round.hasRoom() && waiting.peek() != end ? waiting.poll() : null;
    }

    private Handle begin(Duration left) {
        Handle handle = connections.open();
        try {
            begin(handle, left);
        } catch (RuntimeException | Error e) {
            handle.close();
            throw e;
        }
        return handle;
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
        private final List<Part<?>> parts;
        private boolean over;

        Round(Handle handle, List<Part<?>> parts) {
            this.handle = handle;
            this.parts = parts;
        }

        boolean hasRoom() {
            return !over && parts.size() < MOST_PARTS;
        }

        void doPart(Part<?> part) {
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
                suppress(e, failure);
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
            parts.forEach(Part::keep);
            handle.close();
        }

        /** Whatever else fails then, nobody waits for it any more: a connection that is given up may be closed before it is given back. */
        private void undo(Throwable failure) {
            over = true;
            parts.forEach(part -> part.fail(new TransactionException("What was written could not be kept", failure)));
            try (handle) {
                connections.rollBack(handle, failure);
            } catch (RuntimeException | Error e) {
                suppress(e, failure);
            }
        }
    }
}
