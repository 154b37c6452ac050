package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.submission.KeyedSubmission;
import dev.pentimento.domain.submission.SubmissionKey;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code submissions} within one transaction. */
final class SubmissionTable {
    private final Handle handle;

    SubmissionTable(Handle handle) {
        this.handle = handle;
    }

    Optional<KeyedSubmission> find(UserId owner, String key) {
        return handle.createQuery("select request, job from submissions where owner = :owner and key = :key")
                .bind("owner", owner.value())
                .bind("key", key)
                .map((row, context) -> new KeyedSubmission(
                        new RequestHash(row.getString("request")), JobId.parse(row.getString("job"))))
                .findOne();
    }

    /** False if the key is taken. */
    boolean add(UserId owner, SubmissionKey key, JobId job) {
        return handle.createUpdate("""
                        insert into submissions (owner, key, request, job) values (:owner, :key, :request, :job)
                        on conflict do nothing""")
                        .bind("owner", owner.value())
                        .bind("key", key.key())
                        .bind("request", key.request().hex())
                        .bind("job", job.toString())
                        .execute()
                == 1;
    }

    void remove(JobId job) {
        handle.createUpdate("delete from submissions where job = :job")
                .bind("job", job.toString())
                .execute();
    }
}
