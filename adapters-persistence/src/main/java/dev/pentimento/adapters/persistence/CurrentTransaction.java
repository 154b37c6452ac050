package dev.pentimento.adapters.persistence;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets others take part in the writing transaction that their thread is in the midst of. As a source of connections it hands out the one of that
 * transaction, and otherwise one of {@code pool}.
 *
 * <p>A connection of the transaction ends with the transaction alone: closing and committing it do nothing, and it refuses to roll back, so that
 * whoever wants to must throw.
 */
final class CurrentTransaction implements DataSource {
    private final DataSource pool;

    @SuppressWarnings("ThreadLocalUsage") // one for each database, and no transaction outlives its thread's turn
    private final ThreadLocal<@Nullable Running> running = new ThreadLocal<>();

    CurrentTransaction(DataSource pool) {
        this.pool = pool;
    }

    /**
     * Does {@code work} in the midst of a transaction.
     *
     * @param connection of the transaction
     * @param afterCommit gets what is to be done once it is committed
     */
    <T> T during(Connection connection, List<Runnable> afterCommit, Supplier<T> work) {
        running.set(new Running(shared(connection), afterCommit));
        try {
            return work.get();
        } finally {
            running.remove();
        }
    }

    /** Whether the thread is in the midst of a transaction. */
    boolean isUnderWay() {
        return running.get() != null;
    }

    /** Does {@code deed} when the transaction is committed, and never if it is rolled back; at once on a thread that is in none. */
    void afterCommit(Runnable deed) {
        Running transaction = running.get();
        if (transaction == null) {
            deed.run();
        } else {
            transaction.afterCommit.add(deed);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Running transaction = running.get();
        return transaction == null ? pool.getConnection() : transaction.connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private static Connection shared(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                CurrentTransaction.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> invoke(connection, method, arguments));
    }

    private static @Nullable Object invoke(
            Connection connection, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "close", "commit", "setAutoCommit" -> null;
            case "rollback" ->
                throw new SQLException("Only the whole transaction of the records can be rolled back; throw instead");
            default -> call(connection, method, arguments);
        };
    }

    private static @Nullable Object call(Connection connection, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }

    private record Running(Connection connection, List<Runnable> afterCommit) {}
}
