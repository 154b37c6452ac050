package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.WorkKind;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Tells how much a user may still submit this month; takes nothing of it. */
public interface ShowLimits {

    /** One per kind of work that is limited, in the order of {@link WorkKind}. */
    List<Limit> handle(Query query);

    /** Whose. */
    record Query(UserId owner) {}

    /**
     * How much of one kind of work.
     *
     * @param limit jobs in a calendar month (UTC); empty = without end
     * @param used reserved or used for good
     * @param resetAt when it begins anew
     */
    record Limit(WorkKind kind, OptionalInt limit, int used, Instant resetAt) {
        /** Never below 0; empty = without end. */
        public OptionalInt remaining() {
            return limit.isEmpty() ? limit : OptionalInt.of(Math.max(0, limit.getAsInt() - used));
        }
    }
}
