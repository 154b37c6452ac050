package dev.pentimento.adapters.web.http;

import dev.pentimento.domain.identity.UserId;
import java.util.HashMap;
import java.util.Map;

/**
 * How many of something may go on at the same time. Where there are several users, some places are kept for those who have none, so that nobody can take
 * them all.
 *
 * <p>Safe for use by several threads.
 */
public final class Places {
    private final int all;
    private final int forAnybody;
    private final Map<UserId, Integer> taken = new HashMap<>();

    /** @param forAnybody as many are taken before the rest is kept for users who have none */
    public Places(int all, int forAnybody) {
        this.all = all;
        this.forAnybody = forAnybody;
    }

    /** @param shared whether there are several users; a quarter is kept then */
    public static Places of(int all, boolean shared) {
        return new Places(all, shared ? all - all / 4 : all);
    }

    /** Whether there is one for the user at the moment. */
    public synchronized boolean isThereOneFor(UserId user) {
        return takenByAll() < (taken.containsKey(user) ? forAnybody : all);
    }

    /** Whether there was one; whoever got it gives it back by {@link #leave}. */
    public synchronized boolean take(UserId user) {
        boolean found = isThereOneFor(user);
        if (found) {
            taken.merge(user, 1, Integer::sum);
        }
        return found;
    }

    public synchronized void leave(UserId user) {
        taken.computeIfPresent(user, (same, before) -> before == 1 ? null : before - 1);
    }

    /** How many the user has. */
    public synchronized int takenBy(UserId user) {
        return taken.getOrDefault(user, 0);
    }

    private int takenByAll() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }
}
