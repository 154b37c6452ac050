package dev.pentimento.domain.submission;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import java.util.Optional;
import java.util.function.Function;

/** What came of a submission: that by which it is answered when it arrives again. */
public sealed interface Creation {
    <T> T match(Function<OfJob, T> job, Function<OfConcept, T> concept, Function<OfBatch, T> batch);

    /** The job, if it is one. */
    default Optional<JobId> job() {
        return match(made -> Optional.of(made.id()), other -> Optional.empty(), other -> Optional.empty());
    }

    /** The concept, if it is one. */
    default Optional<ConceptId> concept() {
        return match(other -> Optional.empty(), made -> Optional.of(made.id()), other -> Optional.empty());
    }

    /** The batch, if it is one. */
    default Optional<BatchId> batch() {
        return match(other -> Optional.empty(), other -> Optional.empty(), made -> Optional.of(made.id()));
    }

    /** A job. */
    record OfJob(JobId id) implements Creation {
        @Override
        public <T> T match(Function<OfJob, T> job, Function<OfConcept, T> concept, Function<OfBatch, T> batch) {
            return job.apply(this);
        }
    }

    /** A concept that files were brought into. */
    record OfConcept(ConceptId id) implements Creation {
        @Override
        public <T> T match(Function<OfJob, T> job, Function<OfConcept, T> concept, Function<OfBatch, T> batch) {
            return concept.apply(this);
        }
    }

    /** A batch that was begun, or gone on with. */
    record OfBatch(BatchId id) implements Creation {
        @Override
        public <T> T match(Function<OfJob, T> job, Function<OfConcept, T> concept, Function<OfBatch, T> batch) {
            return batch.apply(this);
        }
    }
}
