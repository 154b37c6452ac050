package dev.pentimento.application;

import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Verdicts;
import dev.pentimento.domain.loop.Assessment.Judged;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.Standing;
import java.util.List;
import java.util.stream.Stream;

/** Reads from a run where it stands. */
final class Standings {
    /** Less than any score. */
    private static final double NONE = -1;

    private Standings() {}

    /** After the last iteration, whose best is selected. */
    static Standing of(Run run, LoopRules rules) {
        Judged best = run.bestJudgement().orElseThrow(() -> new IllegalStateException("Nothing is selected"));
        return new Standing(
                rules, run.iterations().size(), best.score().overall(), before(run), reaches(checklist(run), best));
    }

    private static boolean reaches(Checklist checklist, Judged best) {
        return !best.evaluation().hasCriticalIssue() && new Verdicts(checklist, best.evaluation()).requiredAllYes();
    }

    static Checklist checklist(Run run) {
        Checklist checklist = run.checklist();
        if (checklist == null) {
            throw new IllegalStateException("No checklist was written");
        }
        return checklist;
    }

    private static double before(Run run) {
        List<Iteration> earlier = run.iterations().subList(0, run.iterations().size() - 1);
        return earlier.stream()
                .flatMap(iteration -> Stream.ofNullable(iteration.best()))
                .reduce((first, second) -> second)
                .flatMap(run::judgement)
                .map(judged -> judged.score().overall())
                .orElse(NONE);
    }
}
