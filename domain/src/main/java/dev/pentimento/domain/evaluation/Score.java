package dev.pentimento.domain.evaluation;

import java.util.stream.Stream;

/**
 * How good an image is, computed from what a critic says and never said by one. Each part lies between 0 and 1.
 *
 * <p>Adherence is the sum of w·v over the sum of w, where w is a check's weight and v is 1 for yes, 0 for no and 0.5 for unsure, and 0 where a check
 * it depends on, however indirectly, is answered with no. Quality is the mean of the criteria. Overall is {@value #ADHERENCE_SHARE} of the one and
 * the rest of the other, and adherence alone where no criterion was judged; a critical issue keeps it at {@value #MOST_WITH_CRITICAL_ISSUE} at most.
 */
public record Score(double adherence, double quality, double overall) {
    public static final double ADHERENCE_SHARE = 0.7;
    public static final double MOST_WITH_CRITICAL_ISSUE = 0.69;

    public Score {
        Stream.of(adherence, quality, overall).forEach(part -> {
            if (!(part >= 0 && part <= 1)) {
                throw new IllegalArgumentException("A score must lie between 0 and 1 but is " + part);
            }
        });
    }

    public static Score of(Checklist checklist, Evaluation evaluation) {
        Verdicts verdicts = new Verdicts(checklist, evaluation);
        double adherence = verdicts.adherence();
        double quality = quality(evaluation);
        double overall = evaluation.criteria().isEmpty()
                ? adherence
                : ADHERENCE_SHARE * adherence + (1 - ADHERENCE_SHARE) * quality;
        double cap = evaluation.hasCriticalIssue() ? MOST_WITH_CRITICAL_ISSUE : 1;
        return new Score(adherence, quality, Math.min(cap, overall));
    }

    private static double quality(Evaluation evaluation) {
        double mean = evaluation.criteria().values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        return mean / Criterion.BEST;
    }
}
