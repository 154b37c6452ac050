package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.loop.LoopFigures;
import java.util.List;

/** Takes the runs of batches together that are over, and says what they show. */
public interface SumRuns {

    /** @throws dev.pentimento.ports.failure.UnknownReference if one of the batches does not exist */
    LoopFigures handle(Query query);

    /**
     * Whose.
     *
     * @param batches those to look at; empty = all of the owner's
     */
    record Query(UserId owner, List<BatchId> batches) {
        public Query {
            batches = List.copyOf(batches);
        }
    }
}
