package dev.pentimento.domain.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.loop.LoopFigures.EqualBudget;
import dev.pentimento.domain.loop.LoopFigures.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopFiguresTest {
    private static RunTrace trace(StopReason stop, boolean simulated, List<List<Double>> scores) {
        return new RunTrace(scores, 3, stop, Cost.reported(1000), simulated);
    }

    private final LoopFigures figures = LoopFigures.of(List.of(
            trace(StopReason.TARGET_REACHED, false, List.of(List.of(0.5, 0.9))),
            trace(StopReason.NO_IMPROVEMENT, true, List.of(List.of(0.6, 0.4), List.of(0.5, 0.3)))));

    @Test
    void bestSoFarCountsRunsThatAreOverWithWhatTheyHad() {
        assertThat(figures.iterations()).hasSize(2);
        assertThat(figures.iterations().get(0).meanScore()).isCloseTo(0.75, within(1e-9));
        assertThat(figures.iterations().get(1).runs()).isEqualTo(1);
        assertThat(figures.iterations().get(1).meanScore()).isCloseTo(0.5, within(1e-9));
        assertThat(figures.iterations().get(1).meanBestSoFar()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void bestOfCountsImagesOfTheOriginalPromptAlone() {
        assertThat(figures.bestOf()).extracting(LoopFigures.BestOf::images).containsExactly(1, 2);
        assertThat(figures.bestOf().get(0).mean()).isCloseTo(0.55, within(1e-9));
        assertThat(figures.bestOf().get(1).mean()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void equalBudgetsSayNothingWhereNothingIsKnown() {
        EqualBudget four = figures.equalBudgets().get(3);

        assertThat(four.images()).isEqualTo(4);
        assertThat(four.refined()).contains(0.6);
        assertThat(four.byChance()).isEmpty();
    }

    @Test
    void stopsSayWhatWasSpared() {
        assertThat(figures.stops())
                .containsExactly(
                        new Stopped(StopReason.TARGET_REACHED, 1, 1, Cost.reported(1000), 2),
                        new Stopped(StopReason.NO_IMPROVEMENT, 1, 2, Cost.reported(1000), 1));
    }

    @Test
    void simulatedRunsAreCounted() {
        assertThat(figures.runs()).isEqualTo(2);
        assertThat(figures.simulated()).isEqualTo(1);
    }

    @Test
    void nothingGivesEmptyTables() {
        assertThat(LoopFigures.of(List.of()).iterations()).isEmpty();
        assertThat(LoopFigures.of(List.of(trace(StopReason.FAILED, false, List.of())))
                        .bestOf())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void meanBestSoFarNeverFalls(long seed) {
        Random random = new Random(seed);
        List<RunTrace> traces = new ArrayList<>();
        for (int run = 0; run < 50; run++) {
            List<List<Double>> scores = new ArrayList<>();
            for (int iteration = 0, count = 1 + random.nextInt(3); iteration < count; iteration++) {
                scores.add(List.of(random.nextDouble(), random.nextDouble()));
            }
            traces.add(trace(StopReason.MAX_ITERATIONS, false, scores));
        }

        List<Double> best = LoopFigures.of(traces).iterations().stream()
                .map(LoopFigures.PerIteration::meanBestSoFar)
                .toList();

        assertThat(best).as("seed %d", seed).isSorted();
        assertThat(best).hasSize(3);
    }
}
