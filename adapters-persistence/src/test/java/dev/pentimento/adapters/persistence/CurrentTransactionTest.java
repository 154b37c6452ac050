package dev.pentimento.adapters.persistence;

import static dev.pentimento.adapters.persistence.Recording.concepts;
import static dev.pentimento.adapters.persistence.Recording.recorded;
import static dev.pentimento.testkit.Fixtures.aConcept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.testkit.Crowd;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentTransactionTest {
    private final List<String> done = new ArrayList<>();

    @TempDir
    private Path home;

    private SqliteRecords records;

    @BeforeEach
    void open() throws SQLException {
        records = SqliteRecords.open(Home.open(home), Duration.ofSeconds(2));
        execute("create table cats (name text)");
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void whatOthersWriteBecomesTrueTogetherWithTheTransaction() throws SQLException {
        Concept concept = aConcept();

        write(writer -> {
            writer.add(concept);
            addCat();
            assertThat(Crowd.elsewhere(this::cats)).isEqualTo("0");
        });

        assertThat(cats()).isEqualTo("1");
        assertThat(concepts(records)).containsExactly(concept);
    }

    @Test
    void whatOthersWriteIsUndoneTogetherWithTheTransaction() throws SQLException {
        assertThatThrownBy(() -> write(writer -> {
                    addCat();
                    throw new IllegalStateException("no cats");
                }))
                .hasMessage("no cats");

        assertThat(cats()).isEqualTo("0");
    }

    @Test
    void committingAndClosingIsLeftToTheTransaction() throws SQLException {
        assertThatThrownBy(() -> write(writer -> {
                    addCatAndCommit();
                    throw new IllegalStateException("no cats");
                }))
                .hasMessage("no cats");

        assertThat(cats()).isEqualTo("0");
        recorded(records, aConcept());
    }

    @Test
    void partOfTheTransactionCannotBeRolledBack() {
        write(writer -> {
            try (Connection connection = records.connections().getConnection()) {
                assertThatThrownBy(connection::rollback).isInstanceOf(SQLException.class);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void failureOfAStatementIsPassedOnAsItIs() {
        write(writer -> assertThatThrownBy(() -> execute("select * from dogs")).isInstanceOf(SQLException.class));
    }

    @Test
    void outsideOfATransactionEveryStatementIsOne() throws SQLException {
        execute("insert into cats values ('Kitty')");
        recorded(records, aConcept());

        assertThat(cats()).isEqualTo("1");
    }

    @Test
    void whatIsToBeDoneAfterTheCommitFindsItDone() {
        AtomicReference<List<Concept>> seen = new AtomicReference<>();
        Concept concept = aConcept();

        write(writer -> {
            records.afterCommit(() -> seen.set(concepts(records)));
            records.afterCommit(() -> recorded(records, aConcept()));
            writer.add(concept);
            assertThat(seen.get()).isNull();
        });

        assertThat(seen.get()).containsExactly(concept);
        assertThat(concepts(records)).hasSize(2);
    }

    @Test
    void whatIsToBeDoneAfterTheCommitIsForgottenWithTheTransaction() {
        assertThatThrownBy(() -> write(writer -> {
                    records.afterCommit(() -> done.add("first"));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        write(writer -> records.afterCommit(() -> done.add("second")));

        assertThat(done).containsExactly("second");
    }

    @Test
    void outsideOfATransactionNothingHasToBeWaitedFor() {
        records.afterCommit(() -> done.add("at once"));

        assertThat(done).containsExactly("at once");
    }

    @Test
    void failureAfterTheCommitDoesNotLookLikeAFailedTransaction() {
        Thread.UncaughtExceptionHandler usual = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> done.add(failure.getMessage()));
        try {
            write(writer -> {
                records.afterCommit(() -> {
                    throw new IllegalStateException("nobody listens");
                });
                records.afterCommit(() -> done.add("next"));
            });
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(usual);
        }

        assertThat(done).containsExactly("nobody listens", "next");
    }

    private void write(Consumer<RecordWriter> work) {
        records.<Boolean>write(writer -> {
            work.accept(writer);
            return true;
        });
    }

    private void addCat() {
        try {
            execute("insert into cats values ('Tom')");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void addCatAndCommit() {
        try (Connection connection = records.connections().getConnection()) {
            connection.setAutoCommit(false);
            addCat();
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = records.connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String cats() throws SQLException {
        try (Sql sql = Sql.on(home)) {
            return sql.one("select count(*) from cats");
        }
    }
}
