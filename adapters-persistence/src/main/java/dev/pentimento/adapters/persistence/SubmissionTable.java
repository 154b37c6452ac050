package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.submission.Creation;
import dev.pentimento.domain.submission.KeyedSubmission;
import dev.pentimento.domain.submission.SubmissionKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code submissions} within one transaction. */
final class SubmissionTable {
    private final Handle handle;

    SubmissionTable(Handle handle) {
        this.handle = handle;
    }

    Optional<KeyedSubmission> find(UserId owner, String key) {
        return handle.createQuery("select * from submissions where owner = :owner and key = :key")
                .bind("owner", owner.value())
                .bind("key", key)
                .map((row, context) -> new KeyedSubmission(new RequestHash(row.getString("request")), made(row)))
                .findOne();
    }

    private static Creation made(ResultSet row) throws SQLException {
        String job = row.getString("job");
        if (job != null) {
            return new Creation.OfJob(JobId.parse(job));
        }
        String concept = row.getString("concept");
        return concept != null
                ? new Creation.OfConcept(ConceptId.parse(concept))
                : new Creation.OfBatch(BatchId.parse(row.getString("batch")));
    }

    /** False if the key is taken. */
    boolean add(UserId owner, SubmissionKey key, Creation made) {
        return handle.createUpdate("""
                        insert into submissions (owner, key, request, job, concept, batch)
                        values (:owner, :key, :request, :job, :concept, :batch)
                        on conflict do nothing""")
                        .bind("owner", owner.value())
                        .bind("key", key.key())
                        .bind("request", key.request().hex())
                        .bind("job", text(made.job()))
                        .bind("concept", text(made.concept()))
                        .bind("batch", text(made.batch()))
                        .execute()
                == 1;
    }

    private static @Nullable String text(Optional<?> id) {
        return id.map(Object::toString).orElse(null);
    }

    void remove(JobId job) {
        handle.createUpdate("delete from submissions where job = :job")
                .bind("job", job.toString())
                .execute();
    }
}
