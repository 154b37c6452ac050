package dev.pentimento.application;

import dev.pentimento.domain.loop.Batch;
import dev.pentimento.ports.in.CancelBatch;
import dev.pentimento.ports.out.Records;

final class CancelBatchHandler implements CancelBatch {
    private final Records records;
    private final BatchesInHand inHand;

    CancelBatchHandler(Records records, BatchesInHand inHand) {
        this.records = records;
        this.inHand = inHand;
    }

    @Override
    public void handle(Command command) {
        Batch found = Batches.find(records, command.owner(), command.batch());
        inHand.callOff(found.id());
        records.<Batch>write(writer -> {
            Batch off = writer.batch(found.id()).orElse(found).callOff();
            writer.replace(off);
            return off;
        });
    }
}
