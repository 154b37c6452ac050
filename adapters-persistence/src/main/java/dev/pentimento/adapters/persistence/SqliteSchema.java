package dev.pentimento.adapters.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Brings the tables up to date. A database that is up to date costs one small query and never loads Flyway. */
final class SqliteSchema {
    /** The newest migration beside {@code V1__foundation.sql}; each ends by setting {@code user_version} to its number. */
    static final int VERSION = 1;

    private SqliteSchema() {}

    static void prepare(DataSource connections, SqliteTrouble trouble) {
        int found = version(connections, trouble);
        if (found > VERSION) {
            throw trouble.newer(found, VERSION);
        }
        if (found < VERSION) {
            SqliteMigration.run(connections, trouble);
        }
    }

    private static int version(DataSource connections, SqliteTrouble trouble) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma user_version")) {
            return row.getInt(1);
        } catch (SQLException e) {
            throw trouble.of(e);
        }
    }
}
