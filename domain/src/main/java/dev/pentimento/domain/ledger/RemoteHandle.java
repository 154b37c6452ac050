package dev.pentimento.domain.ledger;

import java.util.Map;
import java.util.TreeMap;

/**
 * By which a provider knows a request it has taken on.
 *
 * @param requestId as the provider calls it
 * @param details what else is needed to ask for the result, such as the URLs the provider gave; never a key
 */
public record RemoteHandle(String requestId, Map<String, String> details) {
    public RemoteHandle {
        if (requestId.isBlank()) {
            throw new IllegalArgumentException("A remote handle needs the provider's request id");
        }
        details = Map.copyOf(details);
    }

    /** Without the values, which may be signed URLs. */
    @Override
    public String toString() {
        return "RemoteHandle[%s, %s]".formatted(requestId, new TreeMap<>(details).keySet());
    }
}
