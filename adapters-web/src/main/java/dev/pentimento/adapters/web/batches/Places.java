package dev.pentimento.adapters.web.batches;

import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.domain.identity.UserId;
import java.util.HashMap;
import java.util.Map;

/**
 * How many batches go on at the same time; their jobs share the workers of the server anyway. Half of the places are kept for users who have none, so
 * that nobody can take them all.
 *
 * <p>Safe for use by several threads.
 */
final class Places {
    private static final int ALL = 8;
    private static final int FOR_ANYBODY = 4;
    private static final int BUSY = 503;

    private final Map<UserId, Integer> taken = new HashMap<>();

    /** Whether there was one for him. */
    synchronized boolean take(UserId user) {
        boolean found = all() < (taken.containsKey(user) ? FOR_ANYBODY : ALL);
        if (found) {
            taken.merge(user, 1, Integer::sum);
        }
        return found;
    }

    synchronized void leave(UserId user) {
        taken.computeIfPresent(user, (same, batches) -> batches == 1 ? null : batches - 1);
    }

    private int all() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What somebody is told for whom there was none. */
    synchronized Problem objection(UserId user) {
        int own = taken.getOrDefault(user, 0);
        return Problem.of(
                        BUSY,
                        "busy",
                        own == 0
                                ? "Too many batches are under way; try again when one is done"
                                : "%d of your batches are under way, and the other places are kept for others; try again when one is done"
                                        .formatted(own))
                .retryAfter(30);
    }
}
