package dev.pentimento.application;

import dev.pentimento.domain.identity.BatchId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The batches that this process works on, so that it need not be told by way of the records. */
final class BatchesInHand {
    private final Map<BatchId, Halt> halts = new ConcurrentHashMap<>();

    <T> T during(BatchId batch, Halt halt, Supplier<T> work) {
        halts.put(batch, halt);
        try {
            return work.get();
        } finally {
            halts.remove(batch);
        }
    }

    void callOff(BatchId batch) {
        Halt halt = halts.get(batch);
        if (halt != null) {
            halt.callOff();
        }
    }
}
