package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.failure.StorageFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Brings the tables up to date. A database that is up to date costs one small query and never loads Flyway. */
final class SqliteSchema {
    /** The newest migration beside {@code V1__foundation.sql}; each ends by setting {@code user_version} to its number. */
    static final int VERSION = 11;

    private static final long PAUSE_NANOS = 10_000_000;

    private SqliteSchema() {}

    static void prepare(DataSource connections, Duration patience, SqliteTrouble trouble) {
        int found = version(connections, patience, trouble);
        if (found > VERSION) {
            throw trouble.newer(found, VERSION);
        }
        if (found < VERSION) {
            SqliteMigration.run(connections, trouble);
        }
    }

    /**
     * Whoever comes first turns a new database to write-ahead logging. SQLite tells everybody else meanwhile that it is busy, at once and
     * without heeding the busy timeout, so here the waiting is ours.
     */
    private static int version(DataSource connections, Duration patience, SqliteTrouble trouble) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return version(connections);
            } catch (SQLException e) {
                StorageFailure failure = trouble.of(e);
                if (failure.reason() != StorageFailure.Reason.BUSY || System.nanoTime() - deadline > 0) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static int version(DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma user_version")) {
            return row.getInt(1);
        }
    }
}
