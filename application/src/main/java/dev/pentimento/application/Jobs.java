package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;

/** Finds jobs among what a user owns. */
final class Jobs {
    private Jobs() {}

    static Job find(Records records, UserId owner, JobId id) {
        return records.read(reader -> find(reader, owner, id));
    }

    static Job find(RecordReader reader, UserId owner, JobId id) {
        return reader.job(id)
                .filter(job -> job.owner().equals(owner) && !reader.isForgotten(id))
                .orElseThrow(() -> new UnknownReference("There is no job '%s'".formatted(id)));
    }
}
