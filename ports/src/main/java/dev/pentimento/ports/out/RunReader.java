package dev.pentimento.ports.out;

import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Mishap;
import dev.pentimento.domain.loop.Run;
import java.util.List;
import java.util.Optional;

/** What can be asked of the records about the loop within a transaction. */
public interface RunReader {

    Optional<Batch> batch(BatchId id);

    /** Newest first. */
    List<Batch> batches(UserId owner);

    /** In the order of adding. */
    List<Run> runs(BatchId batch);

    /** The checklist kept for a request; empty if there is none. */
    Optional<Checklist> checklist(RequestHash request);

    /** In the order in which they happened. */
    List<Mishap> mishaps(BatchId batch);
}
