package dev.pentimento.adapters.persistence;

import static dev.pentimento.testkit.Fixtures.NOW;
import static dev.pentimento.testkit.Fixtures.aChildOf;
import static dev.pentimento.testkit.Fixtures.aConcept;
import static dev.pentimento.testkit.Fixtures.aGeneration;
import static dev.pentimento.testkit.Fixtures.aJobId;
import static dev.pentimento.testkit.Fixtures.aPendingJobFor;
import static dev.pentimento.testkit.Fixtures.aPlannedCallOf;
import static dev.pentimento.testkit.Fixtures.aRefinementOf;
import static dev.pentimento.testkit.Fixtures.aReport;
import static dev.pentimento.testkit.Fixtures.aTicketFor;
import static dev.pentimento.testkit.Fixtures.anOriginalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.submission.Creation;
import dev.pentimento.domain.submission.KeyedSubmission;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.OtherProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteMigrationTest {
    private final Concept concept = undirected(aConcept());
    private final Version original = anOriginalOf(concept);
    private final List<Version> versions = List.of(original, aChildOf(original));
    private final Job completed =
            aPendingJobFor(concept).start(NOW).complete(List.of(original.id()), aReport(), NOW.plusSeconds(1));
    private final Job waiting = aPendingJobFor(concept);
    private final Job failed = aPendingJobFor(concept).start(NOW).fail(FailureCode.REFUSED, "No.", NOW);
    private final Job processing =
            aJobFor(new ProviderChoice("openai", null)).start(NOW).requeue().start(NOW);
    private final Job canceled = aPendingJobFor(concept).cancel(NOW);
    private final Job generating = aPendingJobFor(concept, aGeneration());
    private final List<Job> jobs = List.of(completed, waiting, failed, processing, canceled, generating);

    @TempDir
    private Path home;

    /** As all were then. */
    private static Concept undirected(Concept concept) {
        Brief brief = concept.brief();
        return new Concept(
                concept.id(),
                concept.owner(),
                new Brief(brief.prompt(), brief.logo(), brief.theme()),
                concept.createdAt());
    }

    @BeforeEach
    void fill() {
        OldHome.ofTheFoundation(home).with(concept, versions, jobs);
    }

    @Test
    void everythingIsStillThere() {
        try (Records records = open()) {
            records.read(reader -> {
                assertThat(reader.concept(concept.id())).contains(concept);
                assertThat(reader.versions(concept.id())).isEqualTo(versions);
                assertThat(reader.jobs(concept.id())).isEqualTo(jobs);
                return true;
            });
        }
    }

    @Test
    void openJobsHaveTicketsAndOthersHaveNone() {
        try (Records records = open()) {
            List<Ticket> tickets = records.read(reader -> reader.tickets());

            assertThat(tickets)
                    .containsExactly(
                            waitingTicket(waiting, WorkKind.REFINE, "local", 1),
                            waitingTicket(processing, WorkKind.REFINE, "openai", 2),
                            waitingTicket(generating, WorkKind.GENERATE, "local", 3));
        }
    }

    @Test
    void oldJobsGoOnLikeNewOnes() {
        try (Records records = open()) {
            records.<Boolean>write(writer -> {
                Ticket ticket = writer.ticket(processing.id()).orElseThrow();
                assertThat(writer.replace(ticket, ticket.dueBy(NOW))).isTrue();
                Job again = processing.requeue();
                assertThat(writer.replace(processing, again)).isTrue();
                assertThat(writer.replace(again, again.start(NOW))).isTrue();
                assertThat(writer.replace(failed, failed.retry())).isTrue();
                assertThat(writer.add(aTicketFor(failed, 1))).isTrue();
                assertThat(writer.nextTurn(concept.owner(), Priority.NORMAL)).isEqualTo(4);
                writer.add(aPlannedCallOf(processing, Cost.unknown()));
                JobEvent begun = JobEvent.ofJob(processing.id(), JobEvent.Kind.BEGUN, 0, "");
                assertThat(writer.append(begun, NOW).ofConcept()).isEqualTo(1);
                assertThat(writer.latestJobs(concept.owner(), 1)).containsExactly(generating);
                return true;
            });
        }
    }

    @Test
    void migratedDatabaseIsSound() throws SQLException {
        open().close();

        try (Sql sql = Sql.on(home)) {
            assertThat(sql.one("pragma user_version")).isEqualTo(String.valueOf(SqliteSchema.VERSION));
            assertThat(sql.one("pragma integrity_check")).isEqualTo("ok");
            assertThat(sql.one("pragma foreign_key_check")).isNull();
        }
    }

    @Test
    void secondOpeningChangesNothing() {
        open().close();

        try (Records records = open()) {
            assertThat(records.<List<Ticket>>read(reader -> reader.tickets())).hasSize(3);
        }
    }

    @RepeatedTest(5)
    void manyThreadsMayMigrateOneHomeAtOnce() {
        List<Integer> seen = Crowd.of(4, () -> {
            try (Records records = open()) {
                return records.<Integer>read(reader -> reader.tickets().size());
            }
        });

        assertThat(seen).containsOnly(3);
    }

    @Test
    void manyProcessesMayMigrateAndUseOneHomeAtOnce() throws IOException, SQLException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(OtherProcess.start(Newcomer.class, home));
        }

        assertThat(processes)
                .allSatisfy(process -> assertThat(OtherProcess.end(process)).isZero());
        try (Sql sql = Sql.on(home)) {
            assertThat(sql.one("select count(*) from tickets")).isEqualTo("3");
            assertThat(sql.one("select count(*) from concepts")).isEqualTo(String.valueOf(1 + 3 * Newcomer.CONCEPTS));
            assertThat(sql.one("select count(*) from flyway_schema_history where version = '2'"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8})
    void keysStandForTheirJobsStill(int version, @TempDir Path folder) {
        RequestHash request = RequestHash.of(List.of("make it red"));
        OldHome.ofVersion(version, folder)
                .with(concept, versions, jobs)
                .with("k-1", request, completed)
                .with("k-2", request, waiting);

        try (Records records = new SqliteRecordsFactory().open(folder)) {
            records.<Boolean>write(writer -> {
                assertThat(writer.submitted(concept.owner(), "k-1"))
                        .contains(new KeyedSubmission(request, new Creation.OfJob(completed.id())));
                writer.forget(completed.id());
                assertThat(writer.submitted(concept.owner(), "k-1")).isEmpty();
                assertThat(writer.submitted(concept.owner(), "k-2"))
                        .contains(new KeyedSubmission(request, new Creation.OfJob(waiting.id())));
                return true;
            });
        }
    }

    private Job aJobFor(ProviderChoice provider) {
        return Job.submit(aJobId(), concept.owner(), concept.id(), aRefinementOf(original.id()), provider, NOW);
    }

    private static Ticket waitingTicket(Job job, WorkKind kind, String lane, long turn) {
        return new Ticket(
                job.id(), job.owner(), kind, lane, Priority.NORMAL, turn, 1, null, job.createdAt(), null, null);
    }

    private Records open() {
        return new SqliteRecordsFactory().open(home);
    }
}
