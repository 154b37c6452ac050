package dev.pentimento.ports.in;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import java.util.List;
import java.util.function.Function;

/** Shows concepts that have a version, with everything made for them. */
public interface BrowseConcepts {

    /** @throws dev.pentimento.ports.failure.UnknownReference if there is no such concept or version */
    List<Album> handle(Query query);

    /** Whose, and which. */
    record Query(UserId owner, Selection selection) {}

    /** Which concepts of a user. */
    sealed interface Selection {
        <T> T match(Function<Newest, T> newest, Function<One, T> one, Function<Holding, T> holding);
    }

    /**
     * A page of all, newest first.
     *
     * @param offset how many are left out, from 0
     * @param limit how many at most, from 1
     */
    record Newest(int offset, int limit) implements Selection {
        public Newest {
            if (offset < 0 || limit < 1) {
                throw new IllegalArgumentException(
                        "A page begins at 0 or later and has room for at least 1 but was to have %d from %d on"
                                .formatted(limit, offset));
            }
        }

        @Override
        public <T> T match(Function<Newest, T> newest, Function<One, T> one, Function<Holding, T> holding) {
            return newest.apply(this);
        }
    }

    /** One, even without versions. */
    record One(ConceptId concept) implements Selection {
        @Override
        public <T> T match(Function<Newest, T> newest, Function<One, T> one, Function<Holding, T> holding) {
            return one.apply(this);
        }
    }

    /** The one a version belongs to. */
    record Holding(VersionId version) implements Selection {
        @Override
        public <T> T match(Function<Newest, T> newest, Function<One, T> one, Function<Holding, T> holding) {
            return holding.apply(this);
        }
    }

    /**
     * A concept.
     *
     * @param versions in creation order
     * @param jobs in the order of submission, the forgotten ones too: they made versions
     */
    record Album(Concept concept, List<Version> versions, List<Job> jobs) {
        public Album {
            versions = List.copyOf(versions);
            jobs = List.copyOf(jobs);
        }
    }
}
