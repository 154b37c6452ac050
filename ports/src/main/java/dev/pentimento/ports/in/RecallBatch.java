package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.submission.SubmissionKey;
import java.util.Optional;

/** Tells what a batch that was submitted before under a key has become, without beginning any. Changes nothing. */
public interface RecallBatch {

    /** {@link RunBatch.Replayed} or {@link RunBatch.KeyTaken}, as {@link RunBatch} would answer; empty if nothing was submitted under this key. */
    Optional<RunBatch.Outcome> handle(Query query);

    /** Whose submission, and under which key. */
    record Query(UserId owner, SubmissionKey key) {}
}
