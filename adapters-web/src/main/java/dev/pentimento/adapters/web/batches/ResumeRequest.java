package dev.pentimento.adapters.web.batches;

import dev.pentimento.adapters.web.http.Fields;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How a batch is to go on.
 *
 * @param budgetUsd what all of it together may cost, with what it has cost; as before if not said
 */
record ResumeRequest(@Nullable Double budgetUsd) {
    /** @throws dev.pentimento.adapters.web.http.Refusal with what is wrong */
    static ResumeRequest read(Fields fields) {
        ResumeRequest read = new ResumeRequest(BatchRequest.budgetUsd(fields));
        fields.check();
        return read;
    }

    /** In micro-USD. */
    OptionalLong budget() {
        return BatchRequest.microUsd(budgetUsd);
    }
}
