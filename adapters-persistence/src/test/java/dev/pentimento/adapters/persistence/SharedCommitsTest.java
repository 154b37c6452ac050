package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.Patience;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;

@Timeout(60)
class SharedCommitsTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger commits = new AtomicInteger();

    @TempDir
    private Path folder;

    private SqliteDatabase database;
    private SharedCommits shared;

    @BeforeEach
    void open() throws SQLException {
        open(Duration.ofSeconds(60));
        shared.write(handle ->
                handle.execute("create table cats (name text not null unique, mother text references cats (name))"));
        shared.write(this::count);
        commits.set(0);
    }

    private void open(Duration patience) {
        database = new SqliteDatabase(SqliteDatabase.connections(folder.resolve("test.db"), patience), patience);
        shared = new SharedCommits(Connections.of(database.writer()), patience);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    @Test
    void thoseWhoWaitForEachOtherShareOneCommit() {
        List<Throwable> failures = together(adding("Tom"), adding("Felix"), adding("Kitty"));

        assertThat(failures).isEmpty();
        assertThat(cats()).containsExactly("Felix", "Kitty", "Tom");
        assertThat(commits).hasValue(1);
    }

    @Test
    void nobodyReturnsBeforeEverythingIsKept() {
        Held tom = new Held(adding("Tom"));
        CompletableFuture<?> felix = run(adding("Felix"));
        Patience.await(() -> shared.waiting() == 1);
        CountDownLatch inTheMidst = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<?> kitty = run(handle -> {
            inTheMidst.countDown();
            Crowd.await(goOn);
        });
        Patience.await(() -> shared.waiting() == 2);
        tom.goOn.countDown();
        Crowd.await(inTheMidst);

        assertThat(cats()).isEmpty();
        assertThat(tom.end).isNotDone();
        assertThat(felix).isNotDone();

        goOn.countDown();
        CompletableFuture.allOf(tom.end, felix, kitty).join();
        assertThat(cats()).containsExactly("Felix", "Tom");
    }

    @Test
    void whoeverThrowsUndoesNothingButTheirOwn() {
        List<Throwable> failures = together(
                adding("Tom"),
                handle -> {
                    add(handle, "Felix");
                    throw new IllegalStateException("no more cats");
                },
                adding("Kitty"));

        assertThat(failures)
                .singleElement()
                .isInstanceOf(IllegalStateException.class)
                .extracting(Throwable::getMessage)
                .isEqualTo("no more cats");
        assertThat(cats()).containsExactly("Kitty", "Tom");
    }

    @Test
    void whoeverThrowsFirstLeavesTheOthersToBeginAnew() {
        List<Throwable> failures = together(
                handle -> {
                    add(handle, "Tom");
                    throw new IllegalStateException("no cats");
                },
                adding("Felix"),
                adding("Kitty"));

        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(cats()).containsExactly("Felix", "Kitty");
        assertThat(commits).hasValueBetween(1, 2);
    }

    @Test
    void commitThatFailsFailsForAllOfThem() {
        List<Throwable> failures = together(
                adding("Tom"),
                handle -> {
                    handle.execute("pragma defer_foreign_keys = on");
                    handle.execute("insert into cats values ('Felix', 'nobody')");
                },
                adding("Kitty"));

        assertThat(failures).hasSize(3).allMatch(TransactionException.class::isInstance);
        assertThat(cats()).isEmpty();
        assertThat(together(adding("Tom"))).isEmpty();
        assertThat(cats()).containsExactly("Tom");
    }

    @Test
    void whatTheDatabaseItselfUndoesFailsForAllWhoHadPartInIt() {
        List<Throwable> failures =
                together(adding("Tom"), handle -> handle.execute("rollback"), adding("Kitty"), adding("Minka"));

        assertThat(failures).hasSize(2);
        assertThat(cats()).containsExactly("Kitty", "Minka");
    }

    @Test
    void whatCannotBeUndoneAloneForWantOfMemoryIsUndoneWithTheOthers() {
        outOfMemoryAt("rollback to part");

        List<Throwable> failures = together(
                adding("Tom"),
                handle -> {
                    add(handle, "Felix");
                    throw new IllegalStateException("no more cats");
                },
                adding("Kitty"));

        assertThat(failures).hasSize(2);
        assertThat(cats()).containsExactly("Kitty");
    }

    @Test
    void nobodyWaitsForWhatCannotBeUndoneForWantOfMemory() {
        outOfMemoryAt("rollback");

        List<Throwable> failures = together(
                handle -> {
                    add(handle, "Tom");
                    throw new IllegalStateException("no cats");
                },
                adding("Felix"),
                adding("Kitty"));

        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(cats()).containsExactly("Felix", "Kitty");
    }

    @Test
    void whoeverCannotBeginFailsAlone() {
        AtomicInteger begun = new AtomicInteger();
        failingAt(sql -> "begin immediate".equals(sql) && begun.incrementAndGet() == 2);

        run(adding("Tom")).join();
        List<Throwable> failures = failure(run(adding("Felix")));
        run(adding("Kitty")).join();

        assertThat(failures).singleElement().isInstanceOf(OutOfMemoryError.class);
        assertThat(cats()).containsExactly("Kitty", "Tom");
    }

    @Test
    void interruptOfWhoeverDoesTheWorkReachesNobodyElse() {
        List<Throwable> failures =
                together(adding("Tom"), handle -> Thread.currentThread().interrupt(), adding("Kitty"));

        assertThat(failures).isEmpty();
        assertThat(together(handle ->
                        assertThat(Thread.currentThread().isInterrupted()).isFalse()))
                .isEmpty();
        assertThat(cats()).containsExactly("Kitty", "Tom");
    }

    @Test
    void connectionThatHasBegunIsNotGivenBackAsItIs() {
        AtomicInteger begun = new AtomicInteger();
        failing(sql -> false, sql -> "begin immediate".equals(sql) && begun.incrementAndGet() == 1);

        List<Throwable> failures = failure(run(adding("Tom")));
        run(adding("Felix")).join();

        assertThat(failures).singleElement().isInstanceOf(OutOfMemoryError.class);
        assertThat(cats()).containsExactly("Felix");
    }

    @ParameterizedTest
    @CsvSource({"savepoint part, 2", "release part, 2", "commit, 1"})
    void nobodyWaitsForEverAndWorkGoesOnWhereverMemoryRunsOut(String statement, int time) {
        AtomicInteger times = new AtomicInteger();
        failingAt(sql -> statement.equals(sql) && times.incrementAndGet() == time);

        List<Throwable> failures = together(adding("Tom"), adding("Felix"), adding("Kitty"));
        run(adding("Minka")).join();

        assertThat(failures).isNotEmpty();
        assertThat(cats()).hasSize(4 - failures.size()).contains("Minka");
    }

    @Test
    void nobodyIsLetInAfterTheEnd() {
        run(adding("Tom")).join();

        shared.close();

        assertThat(failure(run(adding("Felix")))).first().isInstanceOf(IllegalStateException.class);
        assertThat(cats()).containsExactly("Tom");
    }

    @Test
    void endWaitsForWhatWasAskedForBefore() {
        Held tom = new Held(adding("Tom"));
        CompletableFuture<?> felix = run(adding("Felix"));
        Patience.await(() -> shared.waiting() == 1);

        CompletableFuture<?> end = CompletableFuture.runAsync(shared::close, threads);
        Patience.await(() -> shared.waiting() == 2);
        tom.goOn.countDown();
        end.join();

        assertThat(cats()).containsExactly("Felix", "Tom");
        CompletableFuture.allOf(tom.end, felix).join();
    }

    @Test
    void turnThatDoesNotComeInTimeIsWaitedForNoLonger() {
        database.close();
        open(Duration.ofMillis(250));
        Held tom = new Held(handle -> {});

        assertThat(failure(run(adding("Felix")))).first().isInstanceOf(ConnectionException.class);

        tom.goOn.countDown();
        tom.end.join();
        assertThat(cats()).isEmpty();
    }

    @Test
    void processThatWritesAllTheTimeLeavesOthersTheirChance() {
        Duration patience = Duration.ofSeconds(3);
        AtomicBoolean enough = new AtomicBoolean();
        try (SqliteDatabase elsewhere =
                new SqliteDatabase(SqliteDatabase.connections(folder.resolve("test.db"), patience), patience)) {
            SharedCommits theirs = new SharedCommits(Connections.of(elsewhere.writer()), patience);
            List<CompletableFuture<?>> busy = Stream.<CompletableFuture<?>>generate(
                            () -> CompletableFuture.runAsync(() -> writeUntil(enough), threads))
                    .limit(8)
                    .toList();
            Patience.await(() -> shared.waiting() > 0);

            for (int i = 0; i < 10; i++) {
                String cat = "Tom " + i;
                theirs.write(handle -> handle.execute("insert into cats values (?, null)", cat));
            }

            enough.set(true);
            CompletableFuture.allOf(busy.toArray(CompletableFuture[]::new)).join();
        } finally {
            enough.set(true);
        }
        assertThat(cats()).hasSize(10);
    }

    /** In transactions that take a while. */
    private void writeUntil(AtomicBoolean enough) {
        while (!enough.get()) {
            shared.write(handle -> {
                LockSupport.parkNanos(2_000_000);
                return handle.execute("update cats set name = name");
            });
        }
    }

    /** Is being done until it is let go on. */
    private final class Held {
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CompletableFuture<?> end;

        private Held(Consumer<Handle> then) {
            CountDownLatch begun = new CountDownLatch(1);
            end = run(handle -> {
                begun.countDown();
                Crowd.await(goOn);
                then.accept(handle);
            });
            Crowd.await(begun);
        }
    }

    /** Has the first begin, the others wait for it in this order, and gives what they throw. */
    @SafeVarargs
    private List<Throwable> together(Consumer<Handle> first, Consumer<Handle>... others) {
        Held held = new Held(first);
        List<CompletableFuture<?>> all = new ArrayList<>(List.of(held.end));
        for (Consumer<Handle> other : others) {
            int before = shared.waiting();
            all.add(run(other));
            Patience.await(() -> shared.waiting() > before);
        }
        held.goOn.countDown();
        return all.stream().flatMap(one -> failure(one).stream()).toList();
    }

    private void outOfMemoryAt(String statement) {
        failingAt(statement::equals);
    }

    private void failingAt(Predicate<String> statement) {
        failing(statement, sql -> false);
    }

    private void failing(Predicate<String> before, Predicate<String> after) {
        Connections writer = Connections.of(database.writer());
        writer.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                fail(before, context);
            }

            @Override
            public void logAfterExecution(StatementContext context) {
                fail(after, context);
            }

            private void fail(Predicate<String> when, StatementContext context) {
                if (when.test(context.getRenderedSql())) {
                    throw new OutOfMemoryError("as this test wants it");
                }
            }
        });
        shared = new SharedCommits(writer, Duration.ofSeconds(60));
    }

    private CompletableFuture<?> run(Consumer<Handle> work) {
        return CompletableFuture.runAsync(
                () -> shared.write(handle -> {
                    work.accept(handle);
                    return true;
                }),
                threads);
    }

    private static List<Throwable> failure(CompletableFuture<?> one) {
        try {
            one.join();
            return List.of();
        } catch (CompletionException e) {
            return Stream.ofNullable(e.getCause()).toList();
        }
    }

    private static Consumer<Handle> adding(String cat) {
        return handle -> add(handle, cat);
    }

    private static void add(Handle handle, String cat) {
        handle.execute("insert into cats values (?, null)", cat);
    }

    private List<String> cats() {
        return Connections.of(database.readers())
                .jdbi()
                .withHandle(handle -> handle.createQuery("select name from cats order by name")
                        .mapTo(String.class)
                        .list());
    }

    private boolean count(Handle handle) {
        try {
            handle.getConnection().unwrap(SQLiteConnection.class).addCommitListener(new SQLiteCommitListener() {
                @Override
                public void onCommit() {
                    commits.incrementAndGet();
                }

                @Override
                public void onRollback() {}
            });
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
