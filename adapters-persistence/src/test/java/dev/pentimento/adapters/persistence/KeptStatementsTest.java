package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStatementsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(7);
    private static final String SELECT = "select name from cats where name = :name";
    private static final String INSERT = "insert into cats values (:name)";

    @TempDir
    private Path folder;

    private SqliteDatabase database;
    private Jdbi jdbi;

    @BeforeEach
    void open() {
        database = new SqliteDatabase(SqliteDatabase.connections(folder.resolve("test.db"), PATIENCE), PATIENCE);
        jdbi = KeptStatements.jdbi(database.writer());
        jdbi.useHandle(handle -> handle.execute("create table cats (name text not null unique)"));
        jdbi.useHandle(handle -> add(handle, "Tom"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void statementIsPreparedOnceForAllWhoGetTheConnectionOneAfterTheOther() {
        assertThat(statement(jdbi)).isSameAs(statement(jdbi));
        assertThat(statement(Jdbi.create(database.writer()))).isNotSameAs(statement(Jdbi.create(database.writer())));
    }

    @Test
    void statementForgetsItsVariables() {
        statement(jdbi);

        assertThat(found("Felix")).isEmpty();
        assertThat(found("Tom")).containsExactly("Tom");
        assertThat(found(null)).isEmpty();
    }

    @Test
    void statementInTheMidstOfItsUseIsNotUsedTwice() {
        jdbi.useHandle(handle -> {
            add(handle, "Felix");
            assertThat(handle.createQuery(SELECT)
                            .bind("name", "Tom")
                            .map((row, context) -> row.getString("name") + " and " + found(handle, "Felix"))
                            .one())
                    .isEqualTo("Tom and [Felix]");
        });
    }

    @Test
    void statementThatFailedWorksAfterwards() {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> add(handle, "Tom"))).isInstanceOf(JdbiException.class);

        jdbi.useHandle(handle -> add(handle, "Felix"));

        assertThat(found("Felix")).containsExactly("Felix");
    }

    /** Without a reset, the row that was not read would keep the log from being tidied away. */
    @Test
    void statementThatWasNotReadToItsEndHoldsNoLock() {
        jdbi.useHandle(handle -> add(handle, "Felix"));
        Optional<String> first = jdbi.withHandle(handle ->
                handle.createQuery("select name from cats").mapTo(String.class).findFirst());
        assertThat(first).isPresent();

        int busy = jdbi.withHandle(handle -> handle.createQuery("pragma wal_checkpoint(truncate)")
                .map((row, context) -> row.getInt("busy"))
                .one());
        assertThat(busy).isZero();
    }

    @Test
    void statementsOfAnotherConnectionAreOthers() {
        Statement before = statement(jdbi);
        database.writer().getHikariPoolMXBean().softEvictConnections();

        assertThat(statement(jdbi)).isNotSameAs(before);
        assertThat(found("Tom")).containsExactly("Tom");
    }

    @Test
    void onlySoManyAreKept() {
        Statement before = statement(jdbi);
        jdbi.useHandle(handle -> {
            for (int i = 0; i < 100; i++) {
                handle.createQuery("select " + i).mapTo(Integer.class).one();
            }
        });

        assertThat(statement(jdbi)).isNotSameAs(before);
    }

    private static Statement statement(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT)
                .bind("name", "Tom")
                .map((row, context) -> (Statement) context.getStatement())
                .one());
    }

    private List<String> found(@Nullable String name) {
        return jdbi.withHandle(handle -> found(handle, name));
    }

    private static List<String> found(Handle handle, @Nullable String name) {
        return handle.createQuery(SELECT).bind("name", name).mapTo(String.class).list();
    }

    private static void add(Handle handle, String name) {
        handle.createUpdate(INSERT).bind("name", name).execute();
    }
}
