package dev.pentimento.domain.folder;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.refinement.RefinementKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refinement with what it was made from and what came of it.
 *
 * @param parent the place of the version that it changes; null = that is not part of the concept any more
 * @param made the places of what it made, in the order of the candidates
 * @param cost of all its calls
 */
public record FiledRefinement(
        Job job, RefinementKind kind, @Nullable Place parent, List<Place> made, Cost cost) {
    public FiledRefinement {
        made = List.copyOf(made);
    }

    /** The first of what it made. */
    public Optional<Place> result() {
        return made.stream().findFirst();
    }

    /** What it has come to so far. */
    public Verdict verdict() {
        if (job.state() instanceof JobState.Failed failed) {
            return Verdict.of(failed.code());
        }
        return switch (job.status()) {
            case PENDING -> Verdict.PENDING;
            case PROCESSING -> Verdict.RUNNING;
            case FAILED, CANCELED -> Verdict.FAILED;
            case COMPLETED -> made.stream().allMatch(this::isUnchanged) ? Verdict.UNCHANGED : Verdict.SUCCESSFUL;
        };
    }

    public String summary() {
        return verdict().summary(kind);
    }

    private boolean isUnchanged(Place place) {
        return changedNothingWithinItsMask(place) || (parent != null && sameImage(place, parent));
    }

    private static boolean changedNothingWithinItsMask(Place place) {
        return place.version().origin() instanceof Origin.MaskedRefined masked
                && masked.check().changedNothing();
    }

    private static boolean sameImage(Place one, Place other) {
        return one.version().image().digest().equals(other.version().image().digest());
    }
}
