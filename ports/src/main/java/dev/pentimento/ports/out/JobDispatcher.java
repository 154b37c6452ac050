package dev.pentimento.ports.out;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Hands the ids of jobs to workers, at least once each. The records hold the truth: a delivery may be repeated, late or out of order, and the job
 * is still right.
 *
 * <p>Safe for use by several threads.
 */
public interface JobDispatcher extends AutoCloseable {

    /** What it does by itself; what is missing the application does. */
    Set<Capability> capabilities();

    /**
     * Sees to it that a handler is called for the job; returns at once. Of several jobs that may be handed over the one of higher priority goes first,
     * then the one with the lower turn, then the one that was due earlier.
     *
     * <p>With {@link Capability#COALESCES_BY_JOB}, a job that waits already stays where it is: the earlier {@code notBefore} and the last lane count.
     * A job that is being worked on is delivered once more after that, however often it was dispatched meanwhile, because its handler may have
     * decided that it was done before it came again. Without it each dispatch may be a delivery.
     *
     * @throws IllegalStateException after {@link #close}
     */
    void dispatch(Dispatch dispatch);

    /** A hint that the job was cancelled; the truth is the job's record. */
    default void signalCancel(JobId job) {}

    /**
     * Starts handing over, also what was dispatched before; to be called once.
     *
     * @throws IllegalStateException if there are workers already, or after {@link #close}
     */
    Workers startWorkers(WorkerSettings settings, JobHandler handler);

    /** Hands over no more jobs, and waits for what is being worked on as {@link Workers#close} does. */
    @Override
    void close();

    /**
     * One job to be handed over.
     *
     * @param lane the name of the provider whose limits the job is under
     * @param turn within a priority the lower one goes first
     * @param notBefore when it may be handed over
     */
    record Dispatch(JobId job, String lane, Priority priority, long turn, Instant notBefore) {}

    /** What a dispatcher may do by itself. */
    enum Capability {
        /** It heeds {@code notBefore}. */
        DELAYED_DISPATCH,
        /** There is never more than one delivery of a job at a time, unless a worker was taken for dead. */
        COALESCES_BY_JOB,
        /** {@link #signalCancel} reaches a running handler. */
        CANCEL_SIGNAL,
        /** A dispatch within {@link Records#write} becomes true together with the transaction, or not at all. */
        TRANSACTIONAL_DISPATCH,
        /** What was dispatched outlives the process. */
        DURABLE
    }

    /**
     * How to work.
     *
     * @param name of these workers, different from all others anywhere
     * @param lanes whose jobs they take
     * @param concurrency how many jobs are worked on at a time, at least 1
     * @param lease after how long silence a worker is taken for dead
     * @param poll how long a job may wait unseen that another process dispatched
     */
    record WorkerSettings(String name, Set<String> lanes, int concurrency, Duration lease, Duration poll) {
        public WorkerSettings {
            if (concurrency < 1) {
                throw new IllegalArgumentException("Workers must be at least 1 but were " + concurrency);
            }
            if (lease.isNegative() || lease.isZero() || poll.isNegative() || poll.isZero()) {
                throw new IllegalArgumentException(
                        "Lease and poll must be longer than nothing but were %s and %s".formatted(lease, poll));
            }
            lanes = Set.copyOf(lanes);
        }
    }

    /** Running workers. */
    interface Workers extends AutoCloseable {

        /**
         * Takes no more jobs, tells the handlers to stop, and waits for them; what is not finished by then is let go of. Where the dispatcher is
         * {@link Capability#DURABLE} other workers get it, while its handler here learns that it lost its lease.
         */
        void drain(Duration patience);

        /** Takes no more jobs and waits for the handlers as long as it takes, without telling them to stop. */
        @Override
        void close();
    }

    /** Does the work of one job. */
    @FunctionalInterface
    interface JobHandler {

        /** A throw means: again later, the more often the later. */
        Outcome handle(Delivery delivery);
    }

    /** One hand-over. */
    interface Delivery {
        JobId job();

        /** Different for each delivery anywhere: the fencing token. */
        String deliveryId();

        /** From 1; a hint only. */
        int count();

        /** Why the handler should come to an end; empty while it should not. */
        Optional<Stop> stop();
    }

    /** Why to stop. */
    enum Stop {
        CANCEL_SIGNALLED,
        /** Others may have the job by now; what this handler still writes must not count. */
        LEASE_LOST,
        SHUTTING_DOWN
    }

    /** What becomes of a delivery. */
    sealed interface Outcome {

        /** The job is final, or none of ours: forget it. */
        record Done() implements Outcome {}

        /** Deliver it again, not before the moment. */
        record Retry(Instant notBefore, String why) implements Outcome {}
    }
}
