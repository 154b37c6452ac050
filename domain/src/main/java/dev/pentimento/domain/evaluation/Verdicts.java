package dev.pentimento.domain.evaluation;

import dev.pentimento.domain.evaluation.Answer.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The checks of a list together with their answers; a check without an answer counts as unsure, an answer to no check of the list as nothing. */
public final class Verdicts {
    private final Checklist checklist;
    private final Map<String, Verdict> verdicts = new HashMap<>();

    public Verdicts(Checklist checklist, Evaluation evaluation) {
        this.checklist = checklist;
        evaluation.answers().forEach(answer -> verdicts.put(answer.check(), answer.verdict()));
    }

    public Verdict of(Check check) {
        return verdicts.getOrDefault(check.id(), Verdict.UNSURE);
    }

    /** Those answered with no, or that mean nothing since one they depend on is. */
    public List<Check> failed() {
        return checklist.checks().stream().filter(this::isFailed).toList();
    }

    /** Whether every required check is answered with yes. */
    public boolean requiredAllYes() {
        return checklist.checks().stream()
                .filter(Check::required)
                .allMatch(check -> of(check) == Verdict.YES && !isFailed(check));
    }

    /** 0..1; see {@link Score}. */
    double adherence() {
        double weights = checklist.checks().stream().mapToInt(Check::weight).sum();
        double earned = checklist.checks().stream()
                .mapToDouble(check -> check.weight() * value(check))
                .sum();
        return Math.min(1, earned / weights);
    }

    private double value(Check check) {
        if (isFailed(check)) {
            return 0;
        }
        return of(check) == Verdict.YES ? 1 : 0.5;
    }

    private boolean isFailed(Check check) {
        return of(check) == Verdict.NO
                || checklist.ancestors(check).stream().anyMatch(ancestor -> of(ancestor) == Verdict.NO);
    }
}
