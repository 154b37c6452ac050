package dev.pentimento.domain.loop;

import java.util.Comparator;

/** How scores are compared: to a billionth, as they are sums of fractions, which are not exact. */
final class Scores {
    private static final double PARTS = 1e9;
    private static final long TIE = parts(LoopRules.TIE);

    private Scores() {}

    /** The highest first. */
    static Comparator<Candidate> falling() {
        return Comparator.comparingLong((Candidate candidate) -> parts(candidate.overall()))
                .reversed();
    }

    static boolean isAtLeast(double score, double least) {
        return parts(score) >= parts(least);
    }

    /** Whether it is so near to the highest that it says nothing of which image is better: {@value LoopRules#TIE} or less below it. */
    static boolean isTie(double score, double highest) {
        return parts(highest) - parts(score) <= TIE;
    }

    /** Whether that is progress: {@value LoopRules#TIE} or more. */
    static boolean isGain(double before, double after) {
        return parts(after) - parts(before) >= TIE;
    }

    private static long parts(double score) {
        return Math.round(score * PARTS);
    }
}
