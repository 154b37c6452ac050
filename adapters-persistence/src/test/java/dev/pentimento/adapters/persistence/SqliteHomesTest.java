package dev.pentimento.adapters.persistence;

import static dev.pentimento.adapters.persistence.Recording.concepts;
import static dev.pentimento.adapters.persistence.Recording.recorded;
import static dev.pentimento.adapters.persistence.Recording.versions;
import static dev.pentimento.testkit.Fixtures.aChildOf;
import static dev.pentimento.testkit.Fixtures.aConcept;
import static dev.pentimento.testkit.Fixtures.anOriginalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.OtherProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteHomesTest {
    @TempDir
    private Path folder;

    @Test
    void recordsSurviveClosingAndOpening() {
        Concept concept = aConcept();
        Version original = anOriginalOf(concept);
        Version child = aChildOf(original);
        try (Records records = open(folder)) {
            recorded(records, concept);
            recorded(records, original);
            recorded(records, child);
        }

        try (Records records = open(folder)) {
            assertThat(concepts(records)).containsExactly(concept);
            assertThat(versions(records, concept)).containsExactly(original, child);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "100%25", "what?cache=shared&mode=memory", "#1", "\u00fcn\u00ef \u6f22", "it's; --"})
    void homeMayHaveAnyName(String name) {
        Path home = folder.resolve(name);

        try (Records records = open(home)) {
            recorded(records, aConcept());
        }

        assertThat(home.resolve("pentimento.db")).isNotEmptyFile();
        assertThat(folder).isDirectoryContaining(home::equals);
    }

    @Test
    void homeIsMadeForItsOwnerAlone() throws IOException {
        Path home = folder.resolve("not/yet/there");

        open(home).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void closedHomeIsOneFile() {
        try (Records records = open(folder)) {
            recorded(records, aConcept());
            concepts(records);
        }

        assertThat(folder.toFile().list()).containsExactly("pentimento.db");
    }

    @Test
    void whatReachedTheDiskIsSyncedAndGuarded() throws SQLException {
        try (Records records = open(folder)) {
            recorded(records, aConcept());
        }

        try (Sql sql = Sql.on(folder)) {
            assertThat(sql.one("pragma journal_mode")).isEqualTo("wal");
            assertThat(sql.one("pragma user_version")).isEqualTo(String.valueOf(SqliteSchema.VERSION));
            assertThat(sql.one("select max(cast(version as integer)) from flyway_schema_history where success"))
                    .isEqualTo(String.valueOf(SqliteSchema.VERSION));
            assertThat(sql.one("pragma foreign_key_check")).isNull();
        }
    }

    @Test
    void oneProcessSeesWhatAnotherWrites() {
        try (Records here = open(folder);
                Records there = open(folder)) {
            Concept concept = recorded(here, aConcept());
            assertThat(concepts(there)).containsExactly(concept);

            Version version = recorded(there, anOriginalOf(concept));
            assertThat(versions(here, concept)).containsExactly(version);
        }
    }

    /** Often, because two have to turn the new database to write-ahead logging in the same instant. */
    @RepeatedTest(20)
    void manyThreadsMayCreateOneHomeAtOnce() {
        List<Integer> seen = Crowd.of(4, () -> {
            try (Records records = open(folder)) {
                return recorded(records, aConcept()).brief().hashCode();
            }
        });

        assertThat(seen).hasSize(4);
        try (Records records = open(folder)) {
            assertThat(concepts(records)).hasSize(4);
        }
    }

    @Test
    void manyProcessesMayCreateAndUseOneHomeAtOnce() throws IOException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(OtherProcess.start(Newcomer.class, folder));
        }

        assertThat(processes)
                .allSatisfy(process -> assertThat(OtherProcess.end(process)).isZero());
        try (Records records = open(folder)) {
            assertThat(concepts(records)).hasSize(3 * Newcomer.CONCEPTS);
        }
    }

    @Test
    void tenThousandVersionsAreReadInWellUnderASecond() {
        Concept concept = aConcept();
        List<Version> written = new ArrayList<>(List.of(anOriginalOf(concept), anOriginalOf(concept)));
        for (int i = 2; i < 10_000; i++) {
            written.add(aChildOf(written.get(i - 1), written.get(i - 2)));
        }
        try (Records records = open(folder)) {
            recorded(records, concept);
            records.<Boolean>write(writer -> {
                written.forEach(writer::add);
                return true;
            });
            versions(records, concept);

            Duration start = workDone();
            List<Version> read = versions(records, concept);
            Duration took = workDone().minus(start);

            assertThat(read).isEqualTo(written);
            assertThat(took).isLessThan(Duration.ofSeconds(1));
        }
    }

    /** By this thread; a busy machine does not lengthen it. */
    private static Duration workDone() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private static Records open(Path home) {
        return new SqliteRecordsFactory().open(home);
    }
}
