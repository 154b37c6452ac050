package dev.pentimento.ports.out;

import dev.pentimento.domain.identity.JobId;

/**
 * Hands the ids of jobs to workers. The records hold the truth; a delivery may be repeated or late, and the job is still right.
 *
 * <p>Safe for use by several threads.
 */
public interface JobDispatcher extends AutoCloseable {

    /** Sees to it that the handler is called for {@code job}, soon and on a worker; returns at once. */
    void dispatch(JobId job);

    /**
     * Starts handing over, also what was dispatched before; to be called once.
     *
     * @param concurrency how many jobs are worked on at a time, at least 1
     */
    void startWorkers(int concurrency, JobHandler handler);

    /** Takes no more jobs and waits for those that are being worked on. */
    @Override
    void close();

    /** Does the work of one job; must not throw. */
    @FunctionalInterface
    interface JobHandler {
        void handle(JobId job);
    }
}
