package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.loop.Run;
import java.util.Map;

/** What names a run, and everything below it. */
record RunKey(BatchId batch, String prompt) {
    static RunKey of(Run run) {
        return new RunKey(run.batch(), run.item().id());
    }

    Map<String, Object> columns() {
        return Map.of("batch", batch.toString(), "prompt", prompt);
    }
}
