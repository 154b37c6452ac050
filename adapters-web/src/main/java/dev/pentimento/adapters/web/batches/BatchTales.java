package dev.pentimento.adapters.web.batches;

import dev.pentimento.adapters.web.http.Ids;
import dev.pentimento.adapters.web.live.Tale;
import dev.pentimento.adapters.web.live.Tales;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ShowBatch;
import java.time.InstantSource;
import java.util.Optional;

/** Tells of batches whom they belong to. */
record BatchTales(ShowBatch showBatch, BatchesUnderWay underWay, InstantSource clock) implements Tales {

    @Override
    public Optional<Tale> find(UserId user, String id, long since) {
        return Ids.read(id)
                .map(known -> new ShowBatch.Query(user, new BatchId(known), null))
                .filter(this::isThere)
                .map(query -> tale(query, since));
    }

    private boolean isThere(ShowBatch.Query query) {
        try {
            showBatch.handle(query);
            return true;
        } catch (UnknownReference none) {
            return false;
        }
    }

    private Tale tale(ShowBatch.Query query, long since) {
        return new BatchTale(underWay.flow(query.batch()).orElse(null), since, () -> document(query), clock);
    }

    private BatchDocument document(ShowBatch.Query query) {
        return BatchDocument.of(
                showBatch.handle(query), underWay.flow(query.batch()).isPresent());
    }
}
