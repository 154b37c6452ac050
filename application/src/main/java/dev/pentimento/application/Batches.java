package dev.pentimento.application;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.out.Records;
import org.jspecify.annotations.Nullable;

/** Finds batches among what a user owns. */
final class Batches {
    private Batches() {}

    /** The one that a command goes on with. */
    static Batch resumed(Records records, RunBatch.Command command) {
        try {
            return find(records, command.owner(), command.resumed());
        } catch (UnknownReference e) {
            throw new UnknownReference(
                    e.getMessage() + " in this home; name the home where it was begun with --home, or begin a new one");
        }
    }

    static Batch find(Records records, UserId owner, @Nullable BatchId id) {
        if (id == null) {
            throw new UnknownReference("No batch is named");
        }
        return records.read(reader -> reader.batch(id))
                .filter(batch -> batch.owner().equals(owner))
                .orElseThrow(() -> new UnknownReference("There is no batch '%s'".formatted(id)));
    }
}
