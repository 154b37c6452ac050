package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.JobDispatcher.Delivery;
import dev.pentimento.ports.out.JobDispatcher.Dispatch;
import dev.pentimento.ports.out.JobDispatcher.Stop;
import dev.pentimento.ports.out.JobDispatcher.WorkerSettings;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.Deliveries;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.InMemoryRecords;
import dev.pentimento.testkit.OtherProcess;
import dev.pentimento.testkit.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a dispatcher can promise that shares the database of the records. */
@Timeout(120)
class DurableDispatchTest {
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration A_WHILE = Duration.ofMillis(400);

    private final SqliteRecordsFactory factory = new SqliteRecordsFactory();
    private final Deliveries delivered = new Deliveries();

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
        delivered.release();
        dispatcher.close();
        records.close();
    }

    @Test
    void whatIsDispatchedInATransactionIsDeliveredAtOnceWhenThatIsCommitted() {
        JobId job = Fixtures.aJobId();
        start(dispatcher, NEVER);

        records.write(writer -> {
            dispatch(job);
            assertThat(delivered.within(A_WHILE)).as("before the commit").isEmpty();
            return job;
        });

        assertThat(delivered.next().job()).isEqualTo(job);
    }

    @Test
    void whatIsDispatchedInATransactionIsNeverDeliveredWhenThatIsRolledBack() {
        start(dispatcher, SOON);

        assertThatThrownBy(() -> records.write(writer -> {
                    dispatch(Fixtures.aJobId());
                    throw new UnsupportedOperationException("Thrown on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(delivered.within(A_WHILE)).isEmpty();
    }

    /** Nobody wakes who waits for what others dispatched. */
    @Test
    void clockThatIsPutBackKeepsNobodyFromLookingForWork() {
        AtomicReference<Duration> putBack = new AtomicReference<>(Duration.ZERO);
        ((DbSchedulerDispatcher) dispatcher)
                .startWorkers(
                        settings(dispatcher, SOON),
                        delivered::done,
                        () -> Instant.now().minus(putBack.get()));
        assertThat(delivered.within(A_WHILE)).isEmpty();
        putBack.set(Duration.ofHours(5));
        JobId job = Fixtures.aJobId();

        try (JobDispatcher elsewhere = factory.dispatcher(records)) {
            elsewhere.dispatch(new Dispatch(job, "lane", Priority.NORMAL, 0, Instant.EPOCH));

            assertThat(delivered.next().job()).isEqualTo(job);
        }
    }

    @Test
    void whoIsThroughTakesTheNextWithoutWaitingForAPollOrForTheOthers() {
        Deliveries oneOfFour = new Deliveries();
        JobId brief = Fixtures.aJobId();
        JobId next = Fixtures.aJobId();
        start(
                dispatcher,
                delivery -> delivery.job().equals(brief) ? oneOfFour.heldUp(delivery) : delivered.heldUp(delivery),
                NEVER);
        jobs(3).forEach(this::dispatch);
        delivered.next(3);
        dispatch(brief);
        oneOfFour.next();

        dispatch(next);
        oneOfFour.release();

        assertThat(delivered.next().job()).isEqualTo(next);
    }

    @Test
    void whatAnotherProcessDispatchesIsSeenWithTheNextPoll() {
        JobId job = Fixtures.aJobId();
        start(dispatcher, SOON);

        try (Records elsewhere = factory.open(home)) {
            factory.dispatcher(elsewhere).dispatch(dispatchOf(job));
        }

        assertThat(delivered.next().job()).isEqualTo(job);
    }

    @Test
    void twoWhoShareADatabaseNeverHaveTheSameJob() {
        List<JobId> jobs = jobs(200);
        records.write(writer -> {
            jobs.forEach(this::dispatch);
            return jobs;
        });

        try (Records elsewhere = factory.open(home);
                JobDispatcher other = factory.dispatcher(elsewhere)) {
            start(dispatcher, SOON);
            start(other, SOON);

            assertThat(delivered.next(200)).extracting(Delivery::job).containsExactlyInAnyOrderElementsOf(jobs);
            assertThat(delivered.within(A_WHILE)).isEmpty();
        }
        assertThat(rows()).isEqualTo("0");
    }

    @Test
    void whoIsKilledLosesTheJobToOthersAsSoonAsTheLeaseIsOver() throws IOException {
        JobId job = Fixtures.aJobId();
        dispatch(job);
        Process apprentice = OtherProcess.start(Apprentice.class, home, LEASE.toMillis());
        try (BufferedReader said = apprentice.inputReader()) {
            assertThat(said.readLine()).isEqualTo(job.toString());
        }
        apprentice.destroyForcibly();
        OtherProcess.end(apprentice);
        Instant killed = Instant.now();

        start(dispatcher, SOON);

        assertThat(delivered.next().job()).isEqualTo(job);
        assertThat(Duration.between(killed, Instant.now()))
                .isLessThan(LEASE.plus(SOON).plus(A_WHILE));
    }

    @Test
    void whoseJobWasTakenByOthersLearnsThatTheLeaseIsLost() {
        start(dispatcher, delivered::heldUp, SOON);
        dispatch(Fixtures.aJobId());
        Delivery delivery = delivered.next();

        sql("update scheduled_tasks set version = version + 2, picked_by = 'others'");

        Patience.await(() -> delivery.stop().isPresent());
        assertThat(delivery.stop()).contains(Stop.LEASE_LOST);
        delivered.release();
        dispatcher.close();
        assertThat(rows()).as("left to the others").isEqualTo("1");
    }

    @Test
    void rowOfAJobThatIsDoneGoesThoughNothingElseWaits() {
        start(dispatcher, NEVER);

        dispatch(Fixtures.aJobId());

        Patience.await(() -> rows().equals("0"));
    }

    @Test
    void noRowIsLeftByWorkersThatEnd() {
        start(dispatcher, delivered::heldUp, NEVER);
        dispatch(Fixtures.aJobId());
        delivered.next();
        CompletableFuture<Void> end = CompletableFuture.runAsync(dispatcher::close);

        delivered.release();
        end.join();

        assertThat(rows()).isEqualTo("0");
    }

    @Test
    void workersThatEndDoNotKeepTheRowsOfThoseWhoAreThroughUntilTheLastIs() {
        Deliveries brief = new Deliveries();
        JobId first = Fixtures.aJobId();
        JobDispatcher.Workers workers = start(
                dispatcher,
                delivery -> delivery.job().equals(first) ? brief.heldUp(delivery) : delivered.heldUp(delivery),
                NEVER);
        dispatch(first);
        dispatch(Fixtures.aJobId());
        brief.next();
        Delivery last = delivered.next();
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> workers.drain(NEVER));
        Patience.await(() -> last.stop().isPresent());

        brief.release();

        Patience.await(() -> rows().equals("1"));
        assertThat(end).isNotDone();
        delivered.release();
        end.join();
        assertThat(rows()).isEqualTo("0");
    }

    @Test
    void rowThatSomebodyElseHasByNowIsTheirsWhateverItsVersion() {
        start(dispatcher, delivered::heldUp, NEVER);
        dispatch(Fixtures.aJobId());
        delivered.next();
        sql("update scheduled_tasks set picked_by = 'others'");

        dispatch(Fixtures.aJobId());
        delivered.release();

        Patience.await(() -> rows().equals("1"));
        dispatcher.close();
        assertThat(one("select picked_by from scheduled_tasks")).isEqualTo("others");
    }

    @Test
    void workersEndThoughAnotherProcessHoldsTheRecords() throws SQLException {
        start(dispatcher, delivered::heldUp, NEVER);
        dispatch(Fixtures.aJobId());
        delivered.next();

        try (Sql other = Sql.on(home).execute("begin immediate")) {
            delivered.release();
            dispatcher.close();
            other.execute("rollback");
        }

        assertThat(rows()).isEqualTo("1");
    }

    @Test
    void lanesThatNobodyKnowsAreLeftAlone() {
        sql("insert into scheduled_tasks (task_instance, task_name, execution_time, priority, picked, version,"
                + " last_heartbeat) values ('1', 'unknown', 0, 0, 0, 1, null), ('2', 'unknown', 0, 0, 1, 2, 0)");

        dispatcher.startWorkers(
                new WorkerSettings("hasty", Set.of("lane"), 1, Duration.ofMillis(200), SOON), delivered::done);

        assertThat(delivered.within(A_WHILE.multipliedBy(2))).isEmpty();
        assertThat(rows()).isEqualTo("2");
    }

    @Test
    void prioritiesNeverMeetWhateverTheTurn() {
        assertThat(Stream.of(
                        priority(Priority.HIGH, -1),
                        priority(Priority.HIGH, 1),
                        priority(Priority.HIGH, Long.MAX_VALUE),
                        priority(Priority.NORMAL, 0),
                        priority(Priority.NORMAL, Long.MAX_VALUE),
                        priority(Priority.LOW, 0),
                        priority(Priority.LOW, 7),
                        priority(Priority.LOW, Long.MAX_VALUE)))
                .isSortedAccordingTo((one, next) -> Integer.compare(next, one))
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesRecordsOfOthers() {
        assertThatIllegalArgumentException().isThrownBy(() -> factory.dispatcher(new InMemoryRecords()));
    }

    private static int priority(Priority priority, long turn) {
        return DispatchTable.priority(priority, turn);
    }

    private static List<JobId> jobs(int count) {
        return Stream.generate(Fixtures::aJobId).limit(count).toList();
    }

    private void dispatch(JobId job) {
        dispatcher.dispatch(dispatchOf(job));
    }

    private static Dispatch dispatchOf(JobId job) {
        return new Dispatch(job, "lane", Priority.NORMAL, 0, Instant.now());
    }

    private void start(JobDispatcher workers, Duration poll) {
        start(workers, delivered::done, poll);
    }

    private static JobDispatcher.Workers start(JobDispatcher workers, JobDispatcher.JobHandler handler, Duration poll) {
        return workers.startWorkers(settings(workers, poll), handler);
    }

    private static WorkerSettings settings(JobDispatcher workers, Duration poll) {
        String name = "workers-" + System.identityHashCode(workers);
        return new WorkerSettings(name, Set.of("lane"), 4, LEASE, poll);
    }

    private String rows() {
        return one("select count(*) from scheduled_tasks");
    }

    private String one(String query) {
        try (Sql sql = Sql.on(home)) {
            return sql.one(query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sql(String statement) {
        try (Sql sql = Sql.on(home)) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
