package dev.pentimento.app.cli;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.WritePrompt.Written;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the prompts that a file lacked, by their ids, in its order.
 *
 * @param rejected those for which something came that is no prompt
 */
record Fillings(Map<String, Written> written, Map<String, ProviderFailure.Unintelligible> rejected) {
    Fillings() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** Gives what it cost. */
    Cost add(String id, Written prompt) {
        written.put(id, prompt);
        return prompt.cost();
    }

    /** Gives what it cost. */
    Cost add(String id, ProviderFailure.Unintelligible failure) {
        rejected.put(id, failure);
        return failure.cost();
    }

    boolean isInVain() {
        return written.isEmpty() && !rejected.isEmpty();
    }
}
