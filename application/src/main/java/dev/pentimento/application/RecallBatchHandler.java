package dev.pentimento.application;

import dev.pentimento.ports.in.RecallBatch;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.util.Optional;

final class RecallBatchHandler implements RecallBatch {
    private final Records records;

    RecallBatchHandler(Records records) {
        this.records = records;
    }

    @Override
    public Optional<RunBatch.Outcome> handle(Query query) {
        return records.read(reader -> before(reader, new Keyed(query.owner(), query.key())));
    }

    static Optional<RunBatch.Outcome> before(RecordReader reader, Keyed keyed) {
        return keyed.before(reader, made -> made.batch().map(RunBatch.Replayed::new), RunBatch.KeyTaken::new);
    }
}
