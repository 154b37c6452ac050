package dev.pentimento.ports.in;

import dev.pentimento.domain.folder.RunStatus;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import java.util.List;
import java.util.Set;

/** Lists a user's concepts by what their folders say: those that have a version, or a job that was not forgotten; newest first, page by page. */
public interface ListRuns {

    Listing handle(Query query);

    /**
     * Whose, and which.
     *
     * @param statuses where they stand
     * @param offset how many are left out, from 0
     * @param limit how many at most, from 1
     */
    record Query(UserId owner, Set<RunStatus> statuses, int offset, int limit) {
        public Query {
            statuses = Set.copyOf(statuses);
        }
    }

    /**
     * A page.
     *
     * @param total how many there are on all pages
     */
    record Listing(List<ConceptId> runs, int total) {
        public Listing {
            runs = List.copyOf(runs);
        }
    }
}
