package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Records on SQLite.
 *
 * <p>Transactions run to their end on an interrupted thread, which stays interrupted.
 */
final class SqliteRecords implements Records {
    private final SqliteDatabase database;
    private final SqliteTrouble trouble;
    private final Connections readers;
    private final SharedCommits commits;
    private final CurrentTransaction current;
    private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);
    private volatile boolean closed;

    private SqliteRecords(SqliteDatabase database, SqliteTrouble trouble, Duration patience) {
        this.database = database;
        this.trouble = trouble;
        this.readers = Connections.of(database.readers());
        this.commits = new SharedCommits(Connections.of(database.writer()), patience);
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
        return transact(() -> {
            try (Handle handle = readers.open()) {
                return reading(handle, work);
            }
        });
    }

    private <T> T reading(Handle handle, Function<RecordReader, T> work) {
        handle.execute("begin");
        try {
            T result = during(handle, work::apply);
            handle.execute("commit");
            return result;
        } catch (RuntimeException | Error e) {
            readers.rollBack(handle, e);
            throw e;
        }
    }

    @Override
    public <T> T write(Function<RecordWriter, T> work) {
        List<Runnable> afterCommit = new ArrayList<>();
        T result = transact(() -> commits.write(handle -> busily(() -> during(
                handle,
                transaction -> current.during(transaction.connection(), afterCommit, () -> work.apply(transaction))))));
        afterCommit.forEach(SqliteRecords::doSafely);
        return result;
    }

    private <T> T during(Handle handle, Function<SqliteTransaction, T> work) {
        SqliteTransaction transaction = new SqliteTransaction(handle, trouble);
        try {
            return work.apply(transaction);
        } finally {
            transaction.end();
        }
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
                KeptStatements.jdbi(current),
                readers.jdbi(),
                this::joining,
                DispatchTable.Rows.LOCKED_TOGETHER,
                trouble::of);
        return new DbSchedulerDispatcher(current, current::afterCommit, table);
    }

    private <T> T joining(Supplier<T> work) {
        return current.isUnderWay() ? work.get() : write(writer -> work.get());
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
        commits.close();
        database.close();
    }

    private <T> T transact(Supplier<T> transaction) {
        refuseToNest();
        boolean interrupted = Thread.interrupted();
        try {
            return busily(transaction);
        } catch (JdbiException e) {
            throw trouble.of(e);
        } finally {
            Uninterrupted.restore(interrupted);
        }
    }

    /** Both whoever asks and whoever does it are in the midst of it. */
    private <T> T busily(Supplier<T> transaction) {
        busy.set(true);
        try {
            return transaction.get();
        } finally {
            busy.remove();
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
}
