package dev.pentimento.domain.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingTest {
    private static final LoopRules RULES = new LoopRules(1, 3, 0.85);

    @Test
    void targetIsReachedOnlyIfTheGoalIs() {
        assertThat(new Standing(RULES, 1, 0.85, -1, true).stop()).contains(StopReason.TARGET_REACHED);
        assertThat(new Standing(RULES, 1, 0.99, -1, false).stop()).isEmpty();
        assertThat(new Standing(RULES, 1, 0.84, -1, true).stop()).isEmpty();
    }

    @Test
    void targetCountsBeforeTheLastIteration() {
        assertThat(new Standing(RULES, 3, 0.9, 0.5, true).stop()).contains(StopReason.TARGET_REACHED);
        assertThat(new Standing(RULES, 3, 0.8, 0.5, true).stop()).contains(StopReason.MAX_ITERATIONS);
    }

    @Test
    void gainBelowTwoHundredthsIsNone() {
        assertThat(new Standing(RULES, 2, 0.515, 0.5, true).stop()).contains(StopReason.NO_IMPROVEMENT);
        assertThat(new Standing(RULES, 2, 0.53, 0.5, true).stop()).isEmpty();
    }

    @Test
    void gainOfExactlyTwoHundredthsIsOne() {
        assertThat(new Standing(RULES, 2, 0.82, 0.80, true).stop()).isEmpty();
        assertThat(new Standing(RULES, 2, 0.5 + 0.02 - 1e-6, 0.5, true).stop()).contains(StopReason.NO_IMPROVEMENT);
    }

    @Test
    void sumThatIsTheTargetReachesIt() {
        LoopRules rules = new LoopRules(1, 3, 0.8);

        assertThat(new Standing(rules, 1, 0.7 * 0.8 + (1 - 0.7) * 0.8, -1, true).stop())
                .contains(StopReason.TARGET_REACHED);
        assertThat(new Standing(rules, 1, 0.8 - 1e-6, -1, true).stop()).isEmpty();
    }

    @Test
    void firstIterationHasNothingToGainOver() {
        assertThat(new Standing(RULES, 1, 0, -1, true).stop()).isEmpty();
    }

    @Test
    void firstImageAfterIterationsWithoutOneIsNoLackOfProgress() {
        assertThat(new Standing(RULES, 2, 0.01, -1, true).stop()).isEmpty();
    }
}
