package dev.pentimento.application;

import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.JobDispatcher.Capability;
import dev.pentimento.ports.out.JobDispatcher.WorkerSettings;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Those who work on jobs in this process: the dispatcher's workers, and for a shared queue the reconciler. */
public final class Workforce implements AutoCloseable {
    private final Journal journal;
    private final JobDispatcher dispatcher;
    private final Policies policies;
    private JobDispatcher.@Nullable Workers workers;
    private @Nullable Rounds rounds;

    Workforce(Journal journal, JobDispatcher dispatcher, Policies policies) {
        this.journal = journal;
        this.dispatcher = dispatcher;
        this.policies = policies;
    }

    synchronized void start(String name, Set<String> lanes, JobRunner runner, Reconciler reconciler) {
        if (policies.workers() == 0) {
            return;
        }
        workers = dispatcher.startWorkers(
                new WorkerSettings(name, lanes, policies.workers(), policies.lease(), policies.poll()), runner);
        if (dispatcher.capabilities().contains(Capability.DURABLE)) {
            rounds = Rounds.atOnce("pentimento-reconciler", reconciler.period(), reconciler::run);
        }
    }

    /**
     * Begins nothing new, lets what is under way finish or parks it, and returns when that is done or the patience is over; what is left then is taken
     * up by others or at the next start.
     */
    public synchronized void stop(Duration patience) {
        if (rounds != null) {
            rounds.close();
        }
        if (workers != null) {
            workers.drain(patience);
        }
    }

    /** Lets go of whoever still works: nothing is written any more, so that the home can be closed. */
    @Override
    public void close() {
        journal.end();
    }
}
