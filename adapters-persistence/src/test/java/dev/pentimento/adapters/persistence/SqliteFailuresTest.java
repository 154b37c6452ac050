package dev.pentimento.adapters.persistence;

import static dev.pentimento.adapters.persistence.Recording.concepts;
import static dev.pentimento.adapters.persistence.Recording.recorded;
import static dev.pentimento.adapters.persistence.Recording.versions;
import static dev.pentimento.adapters.persistence.Storage.fails;
import static dev.pentimento.testkit.Fixtures.aConcept;
import static dev.pentimento.testkit.Fixtures.aPendingJobFor;
import static dev.pentimento.testkit.Fixtures.anOriginalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.SmallDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SqliteFailuresTest {
    private static final Duration IMPATIENT = Duration.ofMillis(300);

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "3, NOT_READABLE",
        "5, BUSY",
        "517, BUSY",
        "6, BUSY",
        "8, NOT_WRITABLE",
        "1544, NOT_WRITABLE",
        "10, NOT_READABLE",
        "266, NOT_READABLE",
        "11, DAMAGED",
        "267, DAMAGED",
        "13, DISK_FULL",
        "14, NOT_READABLE",
        "15, BUSY",
        "23, NOT_READABLE",
        "26, DAMAGED",
        "1, DAMAGED"
    })
    void resultCodeGivesAReason(int code, Reason reason) {
        SQLException cause = new SQLException("two\nlines", null, code);

        StorageFailure failure = new SqliteTrouble(home).of(new IllegalStateException("wrapped", cause));

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure).hasMessageContaining(home.toString()).hasRootCause(cause);
        assertThat(failure.getMessage()).doesNotContain("\n");
    }

    @Test
    void fileIsNoHome() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        fails(Reason.NOT_WRITABLE, () -> open(file)).hasMessageContaining(file.toString());
    }

    @Test
    void nothingCanBeMadeBelowAFile() throws IOException {
        Path below = Files.createFile(home.resolve("file")).resolve("home");

        fails(Reason.NOT_WRITABLE, () -> open(below)).hasMessageContaining(below.toString());
    }

    @Test
    void folderIsNoDatabase() throws IOException {
        Files.createDirectory(database());

        fails(Reason.NOT_READABLE, () -> open(home))
                .hasMessageContaining(database().toString());
    }

    @Test
    void textIsNoDatabase() throws IOException {
        Files.writeString(database(), "This was a database once, long ago. ".repeat(100));

        fails(Reason.DAMAGED, () -> open(home)).hasMessageContaining(database().toString());
    }

    @Test
    void foreignDatabaseIsLeftAlone() throws SQLException {
        try (Sql sql = Sql.on(home)) {
            sql.execute("create table cats (name text)");
        }

        fails(Reason.DAMAGED, () -> open(home)).hasMessageContaining(database().toString());

        try (Sql sql = Sql.on(home)) {
            assertThat(sql.one("select group_concat(name) from sqlite_master")).isEqualTo("cats");
        }
    }

    @Test
    void overwrittenPagesAreReportedAsDamage() throws IOException {
        try (Records records = open(home)) {
            Concept concept = recorded(records, aConcept());
            for (int i = 0; i < 100; i++) {
                recorded(records, anOriginalOf(concept));
            }
        }
        overwriteAllButTheFirstPage();

        fails(Reason.DAMAGED, () -> {
                    try (Records records = open(home)) {
                        records.read(reader -> reader.versionsStartingWith(UserId.LOCAL, ""));
                    }
                })
                .hasMessageContaining(database().toString());
    }

    @Test
    void newerDatabaseIsRefused() throws SQLException {
        open(home).close();
        try (Sql sql = Sql.on(home)) {
            sql.execute("pragma user_version = " + (SqliteSchema.VERSION + 1));
        }

        fails(Reason.NEWER_SCHEMA, () -> open(home))
                .hasMessageContaining("schema " + (SqliteSchema.VERSION + 1))
                .hasMessageContaining("knows " + SqliteSchema.VERSION)
                .hasMessageContaining("upgrade Pentimento");
    }

    @Test
    void writerGivesUpOnAnotherProcessButReadersGoOn() throws SQLException {
        try (Records records = SqliteRecords.open(Home.open(home), IMPATIENT);
                Sql other = Sql.on(home).execute("begin immediate")) {
            fails(Reason.BUSY, () -> recorded(records, aConcept()))
                    .hasMessageContaining(database().toString());
            assertThat(concepts(records)).isEmpty();

            other.execute("rollback");
            assertThat(recorded(records, aConcept())).isNotNull();
        }
    }

    /** Whoever waits for another thread first has waited for as long as that when it comes to waiting for another process. */
    @Test
    void writerWaitsForThreadsAndProcessesTogetherNoLongerThanItsPatience() throws SQLException {
        Duration patience = Duration.ofSeconds(4);
        try (Records records = SqliteRecords.open(Home.open(home), patience);
                Sql other = Sql.on(home).execute("begin immediate")) {
            CountDownLatch late = new CountDownLatch(1);
            CompletableFuture<?> first = CompletableFuture.runAsync(() -> failsAsBusy(records));
            CompletableFuture<Duration> second = CompletableFuture.supplyAsync(() -> {
                letPass(late, patience.dividedBy(2));
                return failsAsBusy(records);
            });

            assertThat(second.join()).isLessThan(patience.multipliedBy(7).dividedBy(5));

            first.join();
            other.execute("rollback");
        }
    }

    private static void letPass(CountDownLatch never, Duration time) {
        try {
            assertThat(never.await(time.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** After how long. */
    private static Duration failsAsBusy(Records records) {
        long begun = System.nanoTime();
        fails(Reason.BUSY, () -> recorded(records, aConcept()));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void writerGivesUpOnAnotherThread() {
        try (Records records = SqliteRecords.open(Home.open(home), IMPATIENT)) {
            records.write(writer -> Crowd.elsewhere(() -> fails(Reason.BUSY, () -> recorded(records, aConcept()))));
        }
    }

    @Test
    void waitingForAnotherThreadMayBeInterrupted() {
        try (Records records = open(home)) {
            records.write(writer -> Crowd.elsewhere(() -> {
                Thread waiting = Thread.currentThread();
                CompletableFuture<Void> interrupt = CompletableFuture.runAsync(() -> interruptOnceItWaits(waiting));

                fails(Reason.BUSY, () -> recorded(records, aConcept())).hasMessageContaining("interrupted");

                return interrupt.join() == null && Thread.interrupted();
            }));
        }
    }

    private static void interruptOnceItWaits(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        thread.interrupt();
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                arguments("{'type':'dreamt'}", "Unknown origin 'dreamt'"),
                arguments("{}", "'type' should be a String but is nothing"),
                arguments("{'type':'refined','job':7}", "'job' should be a String but is Long"),
                arguments("{'type':'refined','job':'x'}", "Invalid UUID"),
                arguments("{'type':'refined','job':null}", "A document does not hold VALUE_NULL"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void versionWithoutSenseIsReportedAsDamage(String origin, String why) throws SQLException {
        try (Records records = open(home)) {
            Version version = recorded(records, anOriginalOf(recorded(records, aConcept())));
            try (Sql sql = Sql.on(home)) {
                sql.execute("update versions set origin = '%s'".formatted(origin.replace('\'', '"')));
            }

            fails(Reason.DAMAGED, () -> records.read(reader -> reader.version(version.id())))
                    .hasMessageContaining("Version " + version.id())
                    .hasMessageContaining(database().toString())
                    .hasMessageContaining(why);
        }
    }

    @Test
    void jobWithoutSenseIsReportedAsDamage() throws SQLException {
        try (Records records = open(home)) {
            Concept concept = recorded(records, aConcept());
            Job job = aPendingJobFor(concept);
            recorded(records, job);
            try (Sql sql = Sql.on(home)) {
                sql.execute("update jobs set created_at = 'yesterday'");
            }

            fails(Reason.DAMAGED, () -> records.read(reader -> reader.jobs(concept.id())))
                    .hasMessageContaining("Job " + job.id())
                    .hasMessageContaining("yesterday");
        }
    }

    @Test
    void fullDiskIsReportedAndLosesNothing() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(home, 1200)) {
            try (Records records = open(disk.home())) {
                Concept concept = recorded(records, aConcept());
                int[] kept = {0};
                Path ballast = disk.home().resolve("ballast");
                Files.write(ballast, new byte[100_000]);

                fails(Reason.DISK_FULL, () -> addVersions(records, concept, kept))
                        .hasMessageContaining("disk is full");
                assertThat(versions(records, concept)).hasSize(kept[0]);

                Files.delete(ballast);
                recorded(records, anOriginalOf(concept));
                assertThat(versions(records, concept)).hasSize(kept[0] + 1);
            }
            try (Sql sql = Sql.on(disk.home())) {
                assertThat(sql.one("pragma integrity_check")).isEqualTo("ok");
            }
        }
    }

    @Test
    void readOnlyViewOfAHomeInUseIsReadButNotWritten() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(home, 2000);
                Records owner = open(disk.home())) {
            Concept concept = recorded(owner, aConcept());

            try (SmallDisk view =
                            disk.readOnlyView(Files.createDirectory(disk.home().resolve("view")));
                    Records records = open(view.home())) {
                assertThat(concepts(records)).containsExactly(concept);
                fails(Reason.NOT_WRITABLE, () -> recorded(records, aConcept())).hasMessageContaining("read-only");
            }
        }
    }

    @Test
    void closedHomeThatIsReadOnlyIsRead() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(home, 2000)) {
            Concept concept;
            try (Records records = open(disk.home())) {
                concept = recorded(records, aConcept());
            }
            disk.becomeReadOnly();

            try (Records records = open(disk.home())) {
                assertThat(concepts(records)).containsExactly(concept);
                fails(Reason.NOT_WRITABLE, () -> recorded(records, aConcept())).hasMessageContaining("read-only");
            }
        }
    }

    private static Records open(Path home) {
        return new SqliteRecordsFactory().open(home);
    }

    private Path database() {
        return home.resolve("pentimento.db");
    }

    private static void addVersions(Records records, Concept concept, int[] kept) {
        for (int i = 0; i < 10_000; i++) {
            recorded(records, anOriginalOf(concept));
            kept[0]++;
        }
    }

    private void overwriteAllButTheFirstPage() throws IOException {
        int page = 4096;
        try (FileChannel file = FileChannel.open(database(), StandardOpenOption.WRITE)) {
            long rest = file.size() - page;
            file.position(page);
            file.write(ByteBuffer.wrap("scribble".repeat((int) (rest / 8)).getBytes(StandardCharsets.US_ASCII)));
        }
    }
}
