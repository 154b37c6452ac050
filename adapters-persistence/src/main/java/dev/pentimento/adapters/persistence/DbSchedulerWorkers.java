package dev.pentimento.adapters.persistence;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.out.JobDispatcher.JobHandler;
import dev.pentimento.ports.out.JobDispatcher.Outcome;
import dev.pentimento.ports.out.JobDispatcher.Stop;
import dev.pentimento.ports.out.JobDispatcher.WorkerSettings;
import dev.pentimento.ports.out.JobDispatcher.Workers;
import dev.pentimento.ports.spi.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A scheduler with one task for each lane. It polls, wakes, keeps heartbeats and threads; what becomes of a row is said by {@link DispatchTable}. */
final class DbSchedulerWorkers implements Workers {
    /** As few as db-scheduler allows. */
    private static final int MISSED_HEARTBEATS = 4;

    /** Its fractions of the threads: fetch when at least half of them are free, and never more than are free. */
    private static final double FETCH_WHEN_BUSY = 0.5;

    private static final double FETCH_UP_TO = 1.0;

    /** What nobody here knows is somebody else's, and never tidied away. */
    private static final Duration AGES = Duration.ofDays(36_500);

    /** After so many polls that should have been, it is woken by the time that passes: it waits by the clock, which may be put back. */
    private static final int POLLS_BETWEEN_ALARMS = 10;

    private static final Duration WAIT_FOR_SETTLED_THREADS = Duration.ofSeconds(5);

    private final DispatchTable table;
    private final WorkerSettings settings;
    private final JobHandler handler;
    private final InHand inHand = new InHand();

    /** What is done and still has its row, which goes with the next that is picked: no worker waits for that. */
    private final Queue<DispatchTable.Picked> done = new ConcurrentLinkedQueue<>();

    private final WorkerThreads threads;
    private final ScheduledExecutorService housekeepers = WorkerThreads.housekeepers();
    private final Scheduler scheduler;

    private DbSchedulerWorkers(
            DataSource connections, DispatchTable table, WorkerSettings settings, JobHandler handler, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.handler = handler;
        this.threads = new WorkerThreads(settings.concurrency(), this::wake);
        this.scheduler = scheduler(connections, clock);
    }

    static DbSchedulerWorkers start(
            DataSource connections, DispatchTable table, WorkerSettings settings, JobHandler handler, Clock clock) {
        DbSchedulerWorkers workers = new DbSchedulerWorkers(connections, table, settings, handler, clock);
        workers.scheduler.start();
        workers.setAlarm();
        return workers;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with its executor
    private void setAlarm() {
        long pause = settings.poll().multipliedBy(POLLS_BETWEEN_ALARMS).toNanos();
        housekeepers.scheduleWithFixedDelay(this::wake, pause, pause, TimeUnit.NANOSECONDS);
    }

    /** Looks for work now, not at the next poll. */
    void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void drain(Duration patience) {
        inHand.stop();
        inHand.tell(Stop.SHUTTING_DOWN);
        finish(TimeUnit.NANOSECONDS.convert(patience));
    }

    @Override
    public void close() {
        inHand.stop();
        finish(Long.MAX_VALUE);
    }

    private void finish(long patienceNanos) {
        try {
            forgetDone();
            inHand.awaitNone(patienceNanos).forEach(this::letGo);
        } finally {
            if (inHand.isFirstToEnd()) {
                scheduler.stop();
            }
        }
    }

    private void letGo(DbSchedulerDelivery late) {
        threads.letGo();
        late.tell(Stop.LEASE_LOST);
        table.putBack(late.picked());
    }

    private Scheduler scheduler(DataSource connections, Clock clock) {
        List<Task<?>> lanes = settings.lanes().stream().<Task<?>>map(this::task).toList();
        return Scheduler.create(connections, lanes)
                .schedulerName(new SchedulerName.Fixed(settings.name()))
                .threads(settings.concurrency())
                .executorService(threads)
                .dueExecutor(WorkerThreads.poller())
                .housekeeperExecutor(housekeepers)
                .clock(clock)
                .pollingInterval(settings.poll())
                .pollUsingLockAndFetch(FETCH_WHEN_BUSY, FETCH_UP_TO)
                .jdbcCustomization(new PollByLane(this::pick))
                .enablePriority()
                .heartbeatInterval(settings.lease().dividedBy(MISSED_HEARTBEATS))
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(AGES)
                .shutdownMaxWait(WAIT_FOR_SETTLED_THREADS)
                .failureLogging(LogLevel.WARN, true)
                .build();
    }

    /** What died is put back by {@link #pick}, sooner than db-scheduler would notice. */
    private Task<Void> task(String lane) {
        return Tasks.custom(lane, Void.class)
                .onFailure((complete, operations) -> {})
                .onDeadExecution((complete, operations) -> {})
                .execute(this::work);
    }

    private List<Execution> pick(Instant now, int most) {
        if (settings.lanes().isEmpty()) {
            return List.of();
        }
        Instant silentSince = now.minus(settings.lease());
        DispatchTable.Waiting waiting = table.look(settings.lanes(), now, silentSince);
        return waiting.isAny() || !done.isEmpty()
                ? inHand.unlessStopped(() -> forgettingDone(() -> pick(waiting, now, silentSince, most)))
                : List.of();
    }

    /** Once nothing is picked any more, nothing takes what is done along. */
    private void forgetDoneAtTheEnd() {
        if (inHand.isStopped()) {
            forgetDone();
        }
    }

    /** As well as it can be done. */
    private void forgetDone() {
        try {
            forgettingDone(() -> true);
        } catch (StorageFailure e) {
            return; // whoever finds the rows finds their jobs done
        }
    }

    private <T> T forgettingDone(Supplier<T> pick) {
        List<DispatchTable.Picked> rows = List.copyOf(done);
        if (rows.isEmpty()) {
            return pick.get();
        }
        T result = table.together(() -> {
            rows.forEach(table::done);
            return pick.get();
        });
        done.removeAll(rows);
        return result;
    }

    private List<Execution> pick(DispatchTable.Waiting waiting, Instant now, Instant silentSince, int most) {
        if (waiting.left()) {
            table.putBackOfTheDead(settings.lanes(), silentSince);
        }
        return table.pick(settings.lanes(), now, settings.name(), most).stream()
                .map(picked -> execution(picked, now))
                .toList();
    }

    private Execution execution(DispatchTable.Picked picked, Instant now) {
        TaskInstance<Void> instance =
                new TaskInstance<>(picked.lane(), picked.job().toString(), () -> null, picked.priority());
        return new Execution(
                picked.dueAt(), instance, true, settings.name(), null, null, picked.failures(), now, picked.version());
    }

    private static DispatchTable.Picked picked(Execution execution) {
        return new DispatchTable.Picked(
                new JobId(UUID.fromString(execution.getId())),
                execution.getTaskName(),
                execution.getExecutionTime(),
                execution.taskInstance.getPriority(),
                execution.consecutiveFailures,
                execution.pickedBy,
                execution.version);
    }

    /** A throw is passed on only so that it is logged. */
    private CompletionHandler<Void> work(TaskInstance<Void> instance, ExecutionContext context) {
        DispatchTable.Picked picked = picked(context.getExecution());
        DbSchedulerDelivery delivery =
                new DbSchedulerDelivery(picked, context.getCurrentlyExecuting().getHeartbeatState(), settings.name());
        if (!inHand.begin(delivery)) {
            table.putBack(picked);
            return settled();
        }
        try {
            settle(delivery, handler.handle(delivery));
        } catch (RuntimeException | Error e) {
            failed(delivery);
            throw e;
        } finally {
            inHand.end(delivery);
        }
        return settled();
    }

    private static CompletionHandler<Void> settled() {
        return (complete, operations) -> {};
    }

    private void settle(DbSchedulerDelivery delivery, Outcome outcome) {
        if (inHand.wasLetGo(delivery)) {
            return;
        }
        if (outcome instanceof Outcome.Retry retry) {
            table.putBackUntil(delivery.picked(), retry.notBefore(), 0);
        } else {
            done.add(delivery.picked());
            forgetDoneAtTheEnd();
        }
    }

    private void failed(DbSchedulerDelivery delivery) {
        if (inHand.wasLetGo(delivery)) {
            return;
        }
        int failures = delivery.picked().failures() + 1;
        Duration wait =
                Backoff.OF_JOBS.after(failures, ThreadLocalRandom.current().nextDouble());
        table.putBackUntil(delivery.picked(), Instant.now().plus(wait), failures);
    }
}
