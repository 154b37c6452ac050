package dev.pentimento.domain.loop;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where a loop stands after an iteration, as far as the decision to stop needs it.
 *
 * @param iteration from 1
 * @param best the best score so far, after this iteration
 * @param before the best score before it; below 0 = there was none
 * @param goal whether the best image has no critical issue and every required check is answered with yes
 */
public record Standing(LoopRules rules, int iteration, double best, double before, boolean goal) {
    /** When an iteration is the last one, in the order in which the reasons count. */
    private static final List<Rule> TABLE = List.of(
            new Rule(StopReason.TARGET_REACHED, at -> at.goal && Scores.isAtLeast(at.best, at.rules.target())),
            new Rule(StopReason.MAX_ITERATIONS, at -> at.iteration >= at.rules.maxIterations()),
            new Rule(StopReason.NO_IMPROVEMENT, at -> at.before >= 0 && !Scores.isGain(at.before, at.best)));

    private record Rule(StopReason reason, Predicate<Standing> applies) {}

    /** Empty if the loop goes on. */
    public Optional<StopReason> stop() {
        return TABLE.stream()
                .filter(rule -> rule.applies().test(this))
                .map(Rule::reason)
                .findFirst();
    }
}
