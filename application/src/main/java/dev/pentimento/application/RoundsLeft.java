package dev.pentimento.application;

import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.loop.Run;
import org.jspecify.annotations.Nullable;

/**
 * How many rounds a prompt may still go through.
 *
 * @param left one that was begun and is not judged counts as a whole
 * @param areAll whether the first is among them
 */
record RoundsLeft(int left, boolean areAll) {

    /** @param run of it in a batch that goes on; null = it was not begun */
    static RoundsLeft of(LoopRules rules, @Nullable Run run) {
        if (run == null) {
            return new RoundsLeft(rules.maxIterations(), true);
        }
        int selected =
                (int) run.iterations().stream().filter(Iteration::isSelected).count();
        return new RoundsLeft(isDone(run) ? 0 : Math.max(0, rules.maxIterations() - selected), selected == 0);
    }

    private static boolean isDone(Run run) {
        Run.Ending ending = run.ending();
        return ending != null && !RunBatchHandler.RESUMABLE.contains(ending.reason());
    }

    boolean mayEdit() {
        return left > (areAll ? 1 : 0);
    }

    boolean isNone() {
        return left == 0;
    }
}
