package dev.pentimento.crash;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.ports.out.JobDispatcher;
import java.util.Set;

/** A dispatcher with points at which the process may end: a job was handed over, and what became of it was said. */
final class WatchedDispatcher implements JobDispatcher {
    private final JobDispatcher dispatcher;

    WatchedDispatcher(JobDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public Set<Capability> capabilities() {
        return dispatcher.capabilities();
    }

    @Override
    public void dispatch(Dispatch dispatch) {
        dispatcher.dispatch(dispatch);
        Faults.reach(CommitPoint.DISPATCHED);
    }

    @Override
    public void signalCancel(JobId job) {
        dispatcher.signalCancel(job);
    }

    @Override
    public Workers startWorkers(WorkerSettings settings, JobHandler handler) {
        return dispatcher.startWorkers(settings, delivery -> {
            Faults.reach(CommitPoint.HANDED_OVER);
            Outcome outcome = handler.handle(delivery);
            Faults.reach(CommitPoint.HANDLED);
            return outcome;
        });
    }

    @Override
    public void close() {
        dispatcher.close();
    }
}
