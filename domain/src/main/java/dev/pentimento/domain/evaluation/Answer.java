package dev.pentimento.domain.evaluation;

/**
 * The answer to one check.
 *
 * @param check its id
 * @param confidence 0..1
 * @param evidence what the answer rests on, for people
 */
public record Answer(String check, Verdict verdict, double confidence, String evidence) {
    public Answer {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "The confidence in check '%s' must lie between 0 and 1 but is %s".formatted(check, confidence));
        }
    }

    /** Yes is good. */
    public enum Verdict {
        YES,
        NO,
        UNSURE
    }
}
