package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.job.Priority;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.JobDispatcher.Dispatch;
import dev.pentimento.ports.out.JobDispatcher.Outcome;
import dev.pentimento.ports.out.JobDispatcher.WorkerSettings;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.Patience;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is done leaves the table without any worker waiting for that. */
@Timeout(60)
class DoneRowsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final SqliteRecordsFactory factory = new SqliteRecordsFactory();

    @TempDir
    private Path home;

    private Records records;
    private JobDispatcher dispatcher;

    @BeforeEach
    void open() {
        records = factory.open(home);
        dispatcher = factory.dispatcher(records);
    }

    @AfterEach
    void close() {
        dispatcher.close();
        records.close();
    }

    @Test
    void rowOfAJobThatIsDoneGoesThoughNothingElseWaits() {
        start(delivery -> new Outcome.Done());

        dispatch();

        Patience.await(() -> rows() == 0);
    }

    @Test
    void noRowIsLeftByWorkersThatEnd() {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        JobDispatcher.Workers workers = start(delivery -> {
            working.countDown();
            return await(goOn);
        });
        dispatch();
        await(working);
        Thread end = new Thread(workers::close);
        end.start();
        Patience.await(() -> end.getState() == Thread.State.TIMED_WAITING || end.getState() == Thread.State.WAITING);

        goOn.countDown();
        join(end);

        assertThat(rows()).isZero();
    }

    @Test
    void rowThatSomebodyElseHasByNowIsTheirs() throws SQLException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        start(delivery -> {
            working.countDown();
            return await(goOn);
        });
        dispatch();
        await(working);
        try (Sql sql = Sql.on(home)) {
            sql.execute("update scheduled_tasks set picked_by = 'others'");
        }

        dispatch();
        goOn.countDown();

        Patience.await(() -> rows() == 1);
        try (Sql sql = Sql.on(home)) {
            assertThat(sql.one("select picked_by from scheduled_tasks")).isEqualTo("others");
        }
    }

    @Test
    void workersEndThoughAnotherProcessHoldsTheRecords() throws SQLException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        JobDispatcher.Workers workers = start(delivery -> {
            working.countDown();
            return await(goOn);
        });
        dispatch();
        await(working);

        try (Sql other = Sql.on(home).execute("begin immediate")) {
            goOn.countDown();
            workers.close();
            other.execute("rollback");
        }

        assertThat(rows()).isEqualTo(1);
    }

    private JobDispatcher.Workers start(JobDispatcher.JobHandler handler) {
        return dispatcher.startWorkers(new WorkerSettings("ours", Set.of("lane"), 1, LONG, LONG), handler);
    }

    private void dispatch() {
        dispatcher.dispatch(new Dispatch(Fixtures.aJobId(), "lane", Priority.NORMAL, 0, Instant.now()));
    }

    private static Outcome await(CountDownLatch event) {
        Crowd.await(event);
        return new Outcome.Done();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int rows() {
        try (Sql sql = Sql.on(home)) {
            return Integer.parseInt(sql.one("select count(*) from scheduled_tasks"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
