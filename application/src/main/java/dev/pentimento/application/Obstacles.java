package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.ports.failure.StorageFailure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What keeps this process from going on with jobs, where it cannot even be written down that it does. Safe for use by several threads. */
final class Obstacles {
    private final Map<JobId, StorageFailure> met = new ConcurrentHashMap<>();

    /** Records that others hold are none: they let go of them. */
    void meet(JobId job, StorageFailure failure) {
        if (failure.reason() != StorageFailure.Reason.BUSY) {
            met.put(job, failure);
        }
    }

    void overcome(JobId job) {
        met.remove(job);
    }

    /** What to tell whoever waits for the job here; it is not lost. */
    Optional<StorageFailure> of(JobId job) {
        return Optional.ofNullable(met.get(job))
                .map(failure -> new StorageFailure(
                        failure.reason(),
                        "%s; job %s waits for that, go on with it then: pentimento work, watch it: pentimento watch %s"
                                .formatted(Said.of(failure), job, job),
                        failure));
    }
}
