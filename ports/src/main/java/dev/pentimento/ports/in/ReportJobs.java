package dev.pentimento.ports.in;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.lineage.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tells how jobs that make images are getting on, and what they were made from and made. */
public interface ReportJobs {

    /** @throws dev.pentimento.ports.failure.UnknownReference if there is no such job or concept, or the job is a question */
    List<Report> handle(Query query);

    /** Whose, and which. */
    record Query(UserId owner, Selection selection) {}

    /** Which jobs of a user. */
    sealed interface Selection {
        <T> T match(Function<One, T> one, Function<Newest, T> newest, Function<OfConcept, T> ofConcept);
    }

    /** One that was not forgotten; the list has just this. */
    record One(JobId job) implements Selection {
        @Override
        public <T> T match(Function<One, T> one, Function<Newest, T> newest, Function<OfConcept, T> ofConcept) {
            return one.apply(this);
        }
    }

    /**
     * Those submitted last and not forgotten, newest first.
     *
     * @param limit how many at most, from 1
     */
    record Newest(Set<JobStatus> statuses, int limit) implements Selection {
        public Newest {
            statuses = Set.copyOf(statuses);
            if (limit < 1) {
                throw new IllegalArgumentException(
                        "A list must have room for at least 1 job but was limited to " + limit);
            }
        }

        @Override
        public <T> T match(Function<One, T> one, Function<Newest, T> newest, Function<OfConcept, T> ofConcept) {
            return newest.apply(this);
        }
    }

    /** All of a concept, those that were forgotten as well, in the order of submission. */
    record OfConcept(ConceptId concept) implements Selection {
        @Override
        public <T> T match(Function<One, T> one, Function<Newest, T> newest, Function<OfConcept, T> ofConcept) {
            return ofConcept.apply(this);
        }
    }

    /**
     * One job.
     *
     * @param lastEvent empty while nothing has happened to it
     * @param cost of all its calls to providers so far
     * @param base what it refines; empty when it generates
     * @param made what it made, in the order of the candidates; empty until it completed
     * @param isForgotten whether its owner wants to see no more of it
     */
    record Report(
            Job job,
            Optional<RecordedEvent> lastEvent,
            Cost cost,
            Concept concept,
            Optional<Version> base,
            List<Version> made,
            boolean isForgotten) {
        public Report {
            made = List.copyOf(made);
        }
    }
}
