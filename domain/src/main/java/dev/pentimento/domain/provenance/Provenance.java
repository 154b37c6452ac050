package dev.pentimento.domain.provenance;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.VersionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a version comes from, short enough to travel inside its file.
 *
 * @param parents the base first, at most {@value #MAX_PARENTS}
 * @param steps from the original to the version itself, at most {@value #MAX_STEPS}
 * @param omitted how many steps were left out between the first and the second of {@code steps}
 * @param sourceType null where nothing is known to have been made by a program
 */
public record Provenance(
        ConceptId concept,
        List<VersionId> parents,
        List<Step> steps,
        int omitted,
        Instant createdAt,
        @Nullable DigitalSourceType sourceType) {
    /** The original and the last hundred. */
    public static final int MAX_STEPS = 101;

    public static final int MAX_PARENTS = 32;

    public Provenance {
        parents = List.copyOf(parents);
        steps = List.copyOf(steps);
        checkCount("parents", parents.size(), 0, MAX_PARENTS);
        checkCount("steps", steps.size(), 1, MAX_STEPS);
        if (omitted < 0 || (omitted > 0 && steps.size() < 2)) {
            throw new IllegalArgumentException(
                    "Between %d steps none but at least 0 can be left out, not %d".formatted(steps.size(), omitted));
        }
    }

    private static void checkCount(String what, int count, int least, int most) {
        if (count < least || count > most) {
            throw new IllegalArgumentException(
                    "A provenance has %d to %d %s but was given %d".formatted(least, most, what, count));
        }
    }

    /** The step that made the version. */
    public Step last() {
        return steps.get(steps.size() - 1);
    }

    public VersionId version() {
        return last().version();
    }

    public String label() {
        return last().label();
    }

    /** Whether there is a step left that could be omitted. */
    public boolean canBeShortened() {
        return steps.size() > 2;
    }

    /** Without the oldest step after the original. */
    public Provenance shortened() {
        List<Step> fewer = new ArrayList<>(steps);
        fewer.remove(1);
        return new Provenance(concept, parents, fewer, omitted + 1, createdAt, sourceType);
    }
}
