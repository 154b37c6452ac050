package dev.pentimento.application;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** By the ids of their prompts. */
    static Map<String, Run> runs(RecordReader reader, BatchId batch) {
        return reader.runs(batch).stream()
                .collect(Collectors.toMap(run -> run.item().id(), Function.identity()));
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
