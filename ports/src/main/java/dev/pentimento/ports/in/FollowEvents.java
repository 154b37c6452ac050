package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Follows the events of a job or of a concept, from any point in their past on and then live. */
public interface FollowEvents {

    /** @throws dev.pentimento.ports.failure.UnknownReference if there is no such job or concept */
    Subscription handle(Query query);

    /**
     * What to follow.
     *
     * @param after the number, of the job or of the concept, of the last event that is known already; 0 = none
     */
    record Query(UserId owner, Scope scope, long after) {}

    /** Whose events. */
    sealed interface Scope {
        <T> T match(Function<OfJob, T> job, Function<OfConcept, T> concept);

        /** The number of an event within this scope. */
        default long number(RecordedEvent event) {
            return match(job -> event.ofJob(), concept -> event.ofConcept());
        }
    }

    /** Those of one job. */
    record OfJob(JobId job) implements Scope {
        @Override
        public <T> T match(Function<OfJob, T> ofJob, Function<OfConcept, T> ofConcept) {
            return ofJob.apply(this);
        }
    }

    /** Those of all jobs of a concept. */
    record OfConcept(ConceptId concept) implements Scope {
        @Override
        public <T> T match(Function<OfJob, T> ofJob, Function<OfConcept, T> ofConcept) {
            return ofConcept.apply(this);
        }
    }

    /** A place in the row of events; for one thread. */
    interface Subscription extends AutoCloseable {

        /**
         * The next events, each once and in order; empty if none came within {@code patience}, and with a patience of zero only if none is recorded. An
         * event of another process may otherwise stay unseen for a while.
         */
        Batch next(Duration patience) throws InterruptedException;

        /** Stops following. */
        @Override
        void close();
    }

    /**
     * Some events.
     *
     * @param gap whether more had happened than was kept in memory for this subscriber, so that these were read from the records; none is missing
     */
    record Batch(List<RecordedEvent> events, boolean gap) {
        public Batch {
            events = List.copyOf(events);
        }
    }
}
