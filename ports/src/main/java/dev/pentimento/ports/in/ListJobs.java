package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import java.util.List;

/** Lists a user's jobs, newest first. */
public interface ListJobs {

    List<Job> handle(Query query);

    /**
     * Whose.
     *
     * @param limit how many at most, from 1
     */
    record Query(UserId owner, int limit) {
        public Query {
            if (limit < 1) {
                throw new IllegalArgumentException(
                        "A list must have room for at least 1 job but was limited to " + limit);
            }
        }
    }
}
