package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.lineage.VersionReference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does again what made a version, step by step, as a new branch of its concept. */
public interface ReplayVersion {

    /**
     * Returns when the last step has ended, or the first one that did not complete. Whether the provider can do every step is found out before
     * the first one begins.
     *
     * @throws dev.pentimento.ports.failure.UnknownReference if the reference fits no version, or several
     * @throws dev.pentimento.ports.failure.ProviderFailure.InvalidRequest if there is nothing to do again, or the provider cannot do it
     */
    Replayed handle(Command command);

    /**
     * What to do again.
     *
     * @param provider a null name = whoever did it then
     * @param seed for every step; null = as it was then
     */
    record Command(
            UserId owner,
            VersionReference version,
            ProviderChoice provider,
            @Nullable Long seed,
            Listener listener) {}

    /** Hears of the steps, on the calling thread. */
    interface Listener {

        /**
         * A step's job is on its way.
         *
         * @param number of the step, from 1
         */
        void begins(Job job, int number, int total);

        void happens(JobEvent event);
    }

    /**
     * What became of it.
     *
     * @param original what was done again
     * @param steps those that were begun; all but the last are completed
     * @param total how many steps there are
     */
    record Replayed(Version original, List<Step> steps, int total) {
        public Replayed {
            steps = List.copyOf(steps);
        }

        /** The new version; empty when a step did not complete. */
        public Optional<VersionId> version() {
            return steps.size() < total ? Optional.empty() : lastStep().made();
        }

        /** Whether {@code made} shows the same as the original, bit for bit. */
        public boolean isReproducedBy(Version made) {
            return made.image().digest().equals(original.image().digest());
        }

        /** The step that was begun last. */
        public Step lastStep() {
            return steps.get(steps.size() - 1);
        }
    }

    /**
     * One step.
     *
     * @param original the version that this step made then
     * @param job that did it again
     * @param made what stands for {@code original} now; empty when the job did not complete
     */
    record Step(VersionId original, Job job, Optional<VersionId> made) {}
}
