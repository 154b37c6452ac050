package dev.pentimento.adapters.persistence;

import static dev.pentimento.adapters.persistence.Recording.recorded;
import static dev.pentimento.adapters.persistence.Storage.fails;
import static dev.pentimento.testkit.Fixtures.NOW;
import static dev.pentimento.testkit.Fixtures.aConcept;
import static dev.pentimento.testkit.Fixtures.aJobId;
import static dev.pentimento.testkit.Fixtures.aPendingJobFor;
import static dev.pentimento.testkit.Fixtures.aPlannedCallOf;
import static dev.pentimento.testkit.Fixtures.aTicketFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.quota.Quota;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.Crowd;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteLedgerTest {
    @TempDir
    private Path home;

    private Records records;
    private Job job;

    @BeforeEach
    void open() {
        records = new SqliteRecordsFactory().open(home);
        Concept concept = recorded(records, aConcept());
        job = recorded(records, aPendingJobFor(concept));
    }

    @AfterEach
    void close() {
        records.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update events set message = 'forged'", "update events set of_job = 9", "delete from events"})
    void eventsAreNeitherChangedNorRemoved(String forgery) throws SQLException {
        records.write(writer -> writer.append(JobEvent.ofJob(job.id(), JobEvent.Kind.BEGUN, 0, ""), NOW));

        try (Sql sql = Sql.on(home)) {
            assertThatThrownBy(() -> sql.execute(forgery)).isInstanceOf(SQLException.class);
            assertThat(sql.one("select message from events")).isEmpty();
        }
    }

    @Test
    void callWithoutSenseIsReportedAsDamage() throws SQLException {
        ProviderCall call = aPlannedCallOf(job, Cost.free());
        records.<Boolean>write(writer -> {
            writer.add(call);
            return true;
        });
        try (Sql sql = Sql.on(home)) {
            sql.execute("update provider_calls set request = '%s'".formatted("?".repeat(64)));
        }

        fails(Reason.DAMAGED, () -> records.read(reader -> reader.openCalls()))
                .hasMessageContaining("Provider call " + call.id());
    }

    @Test
    void ticketWithoutSenseIsReportedAsDamage() throws SQLException {
        records.write(writer -> writer.add(aTicketFor(job)));
        try (Sql sql = Sql.on(home)) {
            sql.execute("update tickets set not_before = 'soon'");
        }

        fails(Reason.DAMAGED, () -> records.read(reader -> reader.tickets()))
                .hasMessageContaining("Ticket of job " + job.id())
                .hasMessageContaining("soon");
    }

    @Test
    void twoProcessesShareOneQuota() {
        Quota quota = Quota.at(UserId.LOCAL, WorkKind.REFINE, NOW);
        try (Records elsewhere = new SqliteRecordsFactory().open(home)) {
            AtomicInteger next = new AtomicInteger();

            List<Boolean> got = Crowd.of(20, () -> {
                Records mine = next.getAndIncrement() % 2 == 0 ? records : elsewhere;
                return mine.<Boolean>write(writer -> writer.reserve(quota, aJobId(), 7));
            });

            assertThat(got).filteredOn(share -> share).hasSize(7);
        }
    }

    /** What is asked before each call and by every worker must not become slower with the years. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select sum(booked) from provider_calls where job = 'x'",
                "select sum(booked) from provider_calls where owner = 'x' and month = 'x' and booked > 0",
                "select sum(booked) from provider_calls where day = 'x' and booked > 0",
                "select * from provider_calls"
                        + " where status in ('planned', 'sending', 'accepted', 'result_stored') order by sequence",
                "select max(of_job) from events where job = 'x'",
                "select max(of_concept) from events where concept = 'x'",
                "select * from events where concept = 'x' and of_concept > 5 order by of_concept limit 9",
                "select * from jobs where owner = 'x' order by sequence desc limit 9",
                "select * from jobs where id >= 'x' and id < 'y' and +owner = 'x'",
                "select max(turn) from tickets where owner = 'x' and priority = 'x'"
            })
    void frequentQueryUsesAnIndexAndNoSorting(String query) throws SQLException {
        try (Sql sql = Sql.on(home)) {
            assertThat(sql.all("explain query plan " + query, "detail"))
                    .allSatisfy(step -> assertThat(step).contains(" USING "))
                    .noneSatisfy(step -> assertThat(step).contains("TEMP B-TREE"));
        }
    }
}
