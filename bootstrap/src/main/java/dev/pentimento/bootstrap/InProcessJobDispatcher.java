package dev.pentimento.bootstrap;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.ports.out.JobDispatcher;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hands jobs to threads of this process. What it was told is lost with the process; the records know which jobs those were.
 *
 * <p>It is on the way of every command, so it starts no thread before there is a job for it.
 */
final class InProcessJobDispatcher implements JobDispatcher {
    private final InProcessWorkers workers = new InProcessWorkers(Duration.ofSeconds(10));

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.DELAYED_DISPATCH, Capability.COALESCES_BY_JOB, Capability.CANCEL_SIGNAL);
    }

    @Override
    public void dispatch(Dispatch dispatch) {
        workers.add(dispatch);
    }

    @Override
    public void signalCancel(JobId job) {
        workers.cancel(job);
    }

    @Override
    public Workers startWorkers(WorkerSettings settings, JobHandler handler) {
        workers.start(settings, handler);
        return workers;
    }

    @Override
    public void close() {
        workers.refuse();
        workers.close();
    }
}
