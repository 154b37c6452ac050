package dev.pentimento.ports.in;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Lineage;
import java.util.List;

/** Shows how all versions of a concept came from each other. */
public interface ShowLineage {

    /** @throws dev.pentimento.ports.failure.UnknownReference if the reference fits no concept, or several */
    Graph handle(Query query);

    /**
     * Which concept.
     *
     * @param concept its id or the beginning of it, or the id (or its beginning) of one of its versions; blank = the newest
     */
    record Query(UserId owner, String concept) {}

    /**
     * The graph.
     *
     * @param jobs every job of the concept, in the order of submission
     */
    record Graph(Concept concept, Lineage lineage, List<Job> jobs) {
        public Graph {
            jobs = List.copyOf(jobs);
        }
    }
}
