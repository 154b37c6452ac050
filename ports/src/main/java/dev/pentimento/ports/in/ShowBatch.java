package dev.pentimento.ports.in;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Mishap;
import dev.pentimento.domain.loop.Run;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a batch with every step of every prompt. */
public interface ShowBatch {

    /** @throws dev.pentimento.ports.failure.UnknownReference if there is no such batch */
    Details handle(Query query);

    /**
     * Which one.
     *
     * @param prompt the id of the only prompt to show; null = all of them
     */
    record Query(UserId owner, BatchId batch, @Nullable String prompt) {
        /** A batch of the local user. */
        public static Query of(BatchId batch) {
            return new Query(UserId.LOCAL, batch, null);
        }

        public boolean concerns(Run run) {
            return prompt == null || prompt.equals(run.item().id());
        }
    }

    /**
     * A batch.
     *
     * @param runs in the order of the prompts
     */
    record Details(Batch batch, List<Shown> runs, List<Mishap> mishaps) {
        public Details {
            runs = List.copyOf(runs);
            mishaps = List.copyOf(mishaps);
        }
    }

    /**
     * One prompt.
     *
     * @param jobs for each iteration what made its images, in order
     * @param labels what people call each of its images
     * @param cost of all calls for it so far
     */
    record Shown(Run run, List<Job> jobs, Map<VersionId, String> labels, Cost cost) {
        public Shown {
            jobs = List.copyOf(jobs);
            labels = Map.copyOf(labels);
        }

        /** The images of an iteration, in the order of the variants; empty where none were made. */
        public List<VersionId> images(int iteration) {
            return iteration > jobs.size()
                    ? List.of()
                    : jobs.get(iteration - 1)
                            .completed()
                            .map(done -> done.versions())
                            .orElse(List.of());
        }
    }
}
