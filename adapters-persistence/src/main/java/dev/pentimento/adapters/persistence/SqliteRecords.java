package dev.pentimento.adapters.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Records on SQLite.
 *
 * <p>Transactions are begun and ended by SQL of our own: the driver's {@code commit()} begins the next immediate transaction at once, which may
 * fail as busy when the commit itself has succeeded. They run to their end on an interrupted thread, which stays interrupted.
 */
final class SqliteRecords implements Records {
    private final SqliteDatabase database;
    private final SqliteTrouble trouble;
    private final Duration patience;
    private final Connections writer;
    private final Connections readers;
    private final CurrentTransaction current;
    private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);
    private volatile boolean closed;

    private SqliteRecords(SqliteDatabase database, SqliteTrouble trouble, Duration patience) {
        this.database = database;
        this.trouble = trouble;
        this.patience = patience;
        this.writer = Connections.of(database.writer());
        this.readers = Connections.of(database.readers());
        this.current = new CurrentTransaction(database.writer());
    }

    /** @param patience how long a transaction waits for its turn: for those of this process and of others together */
    static SqliteRecords open(Home home, Duration patience) {
        SqliteTrouble trouble = new SqliteTrouble(home.database());
        DataSource connections = SqliteDatabase.connections(home.database(), patience);
        SqliteSchema.prepare(connections, patience, trouble);
        return new SqliteRecords(new SqliteDatabase(connections, patience), trouble, patience);
    }

    @Override
    public <T> T read(Function<RecordReader, T> work) {
        return transact(readers, "begin", work::apply);
    }

    @Override
    public <T> T write(Function<RecordWriter, T> work) {
        List<Runnable> afterCommit = new ArrayList<>();
        T result = transact(
                writer,
                "begin immediate",
                transaction -> current.during(transaction.connection(), afterCommit, () -> work.apply(transaction)));
        afterCommit.forEach(SqliteRecords::doSafely);
        return result;
    }

    /** The database for others, who take part in {@link #write} where their thread is in the midst of one. */
    DataSource connections() {
        return current;
    }

    /** Does {@code deed} when the transaction that the thread is in is committed, and never if it is rolled back; at once where it is in none. */
    void afterCommit(Runnable deed) {
        current.afterCommit(deed);
    }

    /** By a table of this database; to be closed first. */
    JobDispatcher dispatcher() {
        DispatchTable table = new DispatchTable(
                KeptStatements.jdbi(current), readers.jdbi(), DispatchTable.Rows.LOCKED_TOGETHER, trouble::of);
        return new DbSchedulerDispatcher(current, current::afterCommit, table);
    }

    /** A transaction that is committed must not look as if it had failed. */
    private static void doSafely(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    @Override
    public void close() {
        closed = true;
        database.close();
    }

    private <T> T transact(Connections connections, String begin, Function<SqliteTransaction, T> work) {
        refuseToNest();
        busy.set(true);
        boolean interrupted = Thread.interrupted();
        long asked = System.nanoTime();
        try (Handle handle = connections.jdbi.open()) {
            begin(handle, begin, patience.minusNanos(System.nanoTime() - asked));
            return finish(connections, handle, work);
        } catch (JdbiException e) {
            throw trouble.of(e);
        } finally {
            busy.remove();
            Uninterrupted.restore(interrupted);
        }
    }

    /** A connection is made to wait for other processes with all of the patience, of which some may have gone into waiting for the connection. */
    private void begin(Handle handle, String begin, Duration left) {
        if (left.multipliedBy(10).compareTo(patience.multipliedBy(9)) > 0) {
            handle.execute(begin);
            return;
        }
        setPatience(handle, Math.max(1, left.toMillis()));
        try {
            handle.execute(begin);
        } finally {
            setPatience(handle, patience.toMillis());
        }
    }

    private static void setPatience(Handle handle, long millis) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute("pragma busy_timeout = " + millis);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private void refuseToNest() {
        if (busy.get()) {
            throw new IllegalStateException(
                    "A transaction cannot begin within another one; pass its reader or writer on");
        }
        if (closed) {
            throw new IllegalStateException("These records are closed");
        }
    }

    private <T> T finish(Connections connections, Handle handle, Function<SqliteTransaction, T> work) {
        SqliteTransaction transaction = new SqliteTransaction(handle, trouble);
        try {
            T result = work.apply(transaction);
            handle.execute("commit");
            return result;
        } catch (RuntimeException | Error e) {
            connections.rollBack(handle, e);
            throw e;
        } finally {
            transaction.end();
        }
    }

    /** A pool, and the way to speak to its connections. */
    private record Connections(HikariDataSource pool, Jdbi jdbi) {
        static Connections of(HikariDataSource pool) {
            return new Connections(pool, KeptStatements.jdbi(pool));
        }

        /** Where that fails, SQLite has rolled back by itself or the connection is broken; either way it is not used again. */
        void rollBack(Handle handle, Throwable failure) {
            try {
                handle.execute("rollback");
            } catch (JdbiException e) {
                failure.addSuppressed(e);
                pool.evictConnection(handle.getConnection());
            }
        }
    }
}
