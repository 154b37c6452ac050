package dev.pentimento.adapters.persistence;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SystemClock;
import dev.pentimento.ports.out.JobDispatcher;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands jobs over by a table, to workers of any process that has the database open. The classes of db-scheduler are loaded by whoever starts workers,
 * not by whoever dispatches.
 */
final class DbSchedulerDispatcher implements JobDispatcher {
    private final DataSource connections;
    private final Consumer<Runnable> afterCommit;
    private final DispatchTable table;
    private volatile @Nullable DbSchedulerWorkers workers;
    private volatile boolean closed;

    /**
     * @param connections each with the tables; within a transaction of the records, its connection
     * @param afterCommit does something when the transaction is committed that this thread is in, or at once where it is in none
     */
    DbSchedulerDispatcher(DataSource connections, Consumer<Runnable> afterCommit, DispatchTable table) {
        this.connections = connections;
        this.afterCommit = afterCommit;
        this.table = table;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.DELAYED_DISPATCH,
                Capability.COALESCES_BY_JOB,
                Capability.TRANSACTIONAL_DISPATCH,
                Capability.DURABLE);
    }

    @Override
    public void dispatch(Dispatch dispatch) {
        refuseAfterTheEnd();
        table.put(dispatch);
        afterCommit.accept(this::wake);
    }

    @Override
    public Workers startWorkers(WorkerSettings settings, JobHandler handler) {
        return startWorkers(settings, handler, new SystemClock());
    }

    synchronized Workers startWorkers(WorkerSettings settings, JobHandler handler, Clock clock) {
        refuseAfterTheEnd();
        if (workers != null) {
            throw new IllegalStateException("Workers can be started once only");
        }
        DbSchedulerWorkers started = DbSchedulerWorkers.start(connections, table, settings, handler, clock);
        workers = started;
        return started;
    }

    @Override
    public void close() {
        closed = true;
        DbSchedulerWorkers running = workers;
        if (running != null) {
            running.close();
        }
    }

    private void wake() {
        DbSchedulerWorkers running = workers;
        if (running != null) {
            running.wake();
        }
    }

    private void refuseAfterTheEnd() {
        if (closed) {
            throw new IllegalStateException("The dispatcher is closed");
        }
    }
}
