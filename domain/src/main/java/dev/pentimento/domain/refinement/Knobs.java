package dev.pentimento.domain.refinement;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a refinement beside its instruction.
 *
 * @param preserve in the order of {@link PreserveAspect}
 * @param candidates how many alternatives to make, 1..{@value #MAX_CANDIDATES}
 * @param seed fixes chance, where the provider can; null = the provider's default
 * @param keepSize whether the result has exactly its parent's size also where the provider works on another
 */
public record Knobs(
        Strength strength,
        Creativity creativity,
        Set<PreserveAspect> preserve,
        int candidates,
        @Nullable Long seed,
        boolean keepSize) {
    /** More alternatives than this nobody compares. */
    public static final int MAX_CANDIDATES = 10;

    public static final Knobs DEFAULT = new Knobs(Strength.DEFAULT, Creativity.BALANCED, Set.of(), 1, null);

    /** Where the provider's own size will do. */
    public Knobs(
            Strength strength,
            Creativity creativity,
            Set<PreserveAspect> preserve,
            int candidates,
            @Nullable Long seed) {
        this(strength, creativity, preserve, candidates, seed, false);
    }

    public Knobs {
        EnumSet<PreserveAspect> ordered = EnumSet.noneOf(PreserveAspect.class);
        ordered.addAll(preserve);
        preserve = Collections.unmodifiableSet(ordered);
        if (candidates < 1 || candidates > MAX_CANDIDATES) {
            throw new IllegalArgumentException(
                    "Candidates must be 1 to %d but were %d".formatted(MAX_CANDIDATES, candidates));
        }
    }

    public Knobs withCandidates(int other) {
        return new Knobs(strength, creativity, preserve, other, seed, keepSize);
    }

    public Knobs withSeed(@Nullable Long other) {
        return new Knobs(strength, creativity, preserve, candidates, other, keepSize);
    }
}
