package dev.pentimento.adapters.local;

import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Answer.Verdict;
import dev.pentimento.domain.evaluation.Check;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What figures say to a question.
 *
 * @param confidence 0..1
 * @param evidence names the figure, or why there is none
 */
record Judged(Verdict verdict, double confidence, String evidence) {
    /** A degree from which something is there. */
    static final double YES_FROM = 0.6;
    /** A degree up to which it is not; in between nobody could say. */
    static final double NO_UP_TO = 0.4;

    static Judged unsure(String why) {
        return new Judged(Verdict.UNSURE, 0, why);
    }

    static Judged yes(double confidence, String evidence) {
        return new Judged(Verdict.YES, confidence, evidence);
    }

    static Judged no(double confidence, String evidence) {
        return new Judged(Verdict.NO, confidence, evidence);
    }

    /**
     * By how much of something a picture has.
     *
     * @param degree 0..1 or {@link Double#NaN}
     * @param sureness the confidence where the degree could not be plainer
     */
    static Judged byDegree(double degree, double sureness, String evidence) {
        if (degree >= YES_FROM) {
            return yes(sureness * (0.5 + (degree - 0.5)), evidence);
        }
        return degree <= NO_UP_TO ? no(sureness * (0.5 + (0.5 - degree)), evidence) : unsure(evidence);
    }

    Judged reversed() {
        return switch (verdict) {
            case YES -> no(confidence, evidence);
            case NO -> yes(confidence, evidence);
            case UNSURE -> this;
        };
    }

    /** A yes that also asks for what was not measured is none. */
    Judged notYesIf(boolean more, String why) {
        return more && verdict == Verdict.YES ? unsure(evidence + "; " + why) : this;
    }

    /** All of it: one no is a no, and a yes needs yes to everything. */
    static Judged all(List<Judged> parts) {
        Verdict verdict = parts.stream().anyMatch(part -> part.verdict == Verdict.NO)
                ? Verdict.NO
                : parts.stream().allMatch(part -> part.verdict == Verdict.YES) ? Verdict.YES : Verdict.UNSURE;
        double confidence = parts.stream()
                .filter(part -> part.verdict == verdict)
                .mapToDouble(Judged::confidence)
                .min()
                .orElse(0);
        return new Judged(
                verdict, confidence, parts.stream().map(Judged::evidence).collect(Collectors.joining("; ")));
    }

    Answer to(Check check) {
        return new Answer(check.id(), verdict, Math.round(confidence * 100) / 100.0, evidence);
    }
}
