package dev.pentimento.adapters.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/**
 * Prepared statements of one connection to SQLite, kept for the next time: neither the driver nor the pool does so, and preparing a statement takes
 * longer than running it.
 *
 * <p>They are made on the connection beneath the pool's, which would close them when it gets the connection back. The driver resets a statement
 * when its results are closed, when it fails and before it runs, so that none that is kept has a lock.
 */
final class KeptStatements extends DefaultStatementBuilder {
    /** More than there are different statements, apart from those whose text depends on how many lanes there are. */
    private static final int MOST = 100;

    private final SQLiteConnection connection;
    private final Map<Statement, String> inUse = new HashMap<>();
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    private KeptStatements(SQLiteConnection connection) {
        this.connection = connection;
    }

    /** Speaks to SQLite through {@code connections}, each of which is used by one thread at a time. */
    static Jdbi jdbi(DataSource connections) {
        Map<SQLiteConnection, KeptStatements> known = new ConcurrentHashMap<>();
        return Jdbi.create(connections)
                .setStatementBuilderFactory(connection -> of(connection, known))
                .registerArgument(new PlainArguments());
    }

    private static KeptStatements of(Connection connection, Map<SQLiteConnection, KeptStatements> known) {
        SQLiteConnection beneath = beneath(connection);
        KeptStatements kept = known.get(beneath);
        return kept == null ? add(beneath, known) : kept;
    }

    /** What belonged to connections that the pool has closed meanwhile was closed with them. */
    private static KeptStatements add(SQLiteConnection fresh, Map<SQLiteConnection, KeptStatements> known) {
        known.keySet().removeIf(KeptStatements::isClosed);
        KeptStatements none = new KeptStatements(fresh);
        known.put(fresh, none);
        return none;
    }

    private static boolean isClosed(SQLiteConnection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private static SQLiteConnection beneath(Connection connection) {
        try {
            return connection.unwrap(SQLiteConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException("This is no connection to SQLite: " + connection, e);
        }
    }

    @Override
    public PreparedStatement create(Connection ignored, String sql, StatementContext context) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
        inUse.put(statement, sql);
        return statement;
    }

    /** Jdbi names the statement as it was before its variables were numbered. */
    @Override
    public void close(Connection ignored, @Nullable String named, Statement statement) throws SQLException {
        String sql = inUse.remove(statement);
        if (sql == null || !(statement instanceof PreparedStatement used) || !isUsable(used)) {
            statement.close();
            return;
        }
        PreparedStatement twin = idle.put(sql, used);
        if (twin != null) {
            twin.close();
        }
        if (idle.size() > MOST) {
            dropEldest();
        }
    }

    private void dropEldest() throws SQLException {
        Iterator<PreparedStatement> eldestFirst = idle.values().iterator();
        eldestFirst.next().close();
        eldestFirst.remove();
    }

    /**
     * Not after a failure for which the driver itself has closed it. Its variables keep their values until it is bound again: clearing them has SQLite
     * take them for new ones by which another plan may be better, and plan each join anew, which takes ten times as long as to run it.
     */
    private static boolean isUsable(PreparedStatement statement) {
        try {
            return statement.getParameterMetaData().getParameterCount() >= 0;
        } catch (SQLException closed) {
            return false;
        }
    }
}
