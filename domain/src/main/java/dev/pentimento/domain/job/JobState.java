package dev.pentimento.domain.job;

import dev.pentimento.domain.identity.VersionId;
import java.util.List;

/** Where a job stands, with what is known there and nowhere else. */
public sealed interface JobState {

    JobStatus status();

    /** Waits for a worker. */
    record Pending() implements JobState {
        @Override
        public JobStatus status() {
            return JobStatus.PENDING;
        }
    }

    /** A worker has it. */
    record Processing() implements JobState {
        @Override
        public JobStatus status() {
            return JobStatus.PROCESSING;
        }
    }

    /** It made these versions, in the order of the candidates. */
    record Completed(List<VersionId> versions, ProviderReport report) implements JobState {
        public Completed {
            versions = List.copyOf(versions);
        }

        @Override
        public JobStatus status() {
            return JobStatus.COMPLETED;
        }
    }

    /** It cannot be done; {@code message} says what happened and what to do. */
    record Failed(FailureCode code, String message) implements JobState {
        @Override
        public JobStatus status() {
            return JobStatus.FAILED;
        }
    }

    /** The user took it back. */
    record Canceled() implements JobState {
        @Override
        public JobStatus status() {
            return JobStatus.CANCELED;
        }
    }
}
