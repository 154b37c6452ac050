package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteDatabaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(7);

    @TempDir
    private Path folder;

    private SqliteDatabase database;

    @BeforeEach
    void open() {
        DataSource connections = SqliteDatabase.connections(folder.resolve("test.db"), PATIENCE);
        database = new SqliteDatabase(connections, PATIENCE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "journal_mode, wal",
        "synchronous, 2", // FULL
        "foreign_keys, 1",
        "busy_timeout, 7000",
        "temp_store, 2", // MEMORY
        "query_only, 0"
    })
    void writerIsDurableStrictAndPatient(String pragma, String value) throws SQLException {
        assertThat(ask(database.writer(), "pragma " + pragma)).isEqualTo(value);
    }

    @Test
    void readersCannotWrite() {
        assertThatThrownBy(() -> ask(database.readers(), "create table cats (name text) "))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("readonly");
    }

    private static String ask(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            try (ResultSet row = statement.getResultSet()) {
                return row.getString(1);
            }
        }
    }
}
