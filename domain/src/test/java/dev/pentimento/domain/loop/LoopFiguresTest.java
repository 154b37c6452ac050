package dev.pentimento.domain.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.loop.LoopFigures.BestOf;
import dev.pentimento.domain.loop.LoopFigures.EqualBudget;
import dev.pentimento.domain.loop.LoopFigures.Mean;
import dev.pentimento.domain.loop.LoopFigures.PerIteration;
import dev.pentimento.domain.loop.LoopFigures.Stopped;
import dev.pentimento.domain.loop.RunTrace.Round;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopFiguresTest {
    private static final Simulation TRAINED = new Simulation(1, 0);

    /** A run whose highest scores were selected. */
    private static RunTrace trace(StopReason stop, int most, List<List<Double>> scores) {
        List<Round> rounds = new ArrayList<>();
        double best = 0;
        for (List<Double> round : scores) {
            double winner = Collections.max(round);
            best = Math.max(best, winner);
            rounds.add(new Round(round, winner, best));
        }
        return new RunTrace(rounds, most, stop, Cost.reported(1000), TRAINED);
    }

    private static RunTrace refining(List<List<Double>> scores) {
        return trace(StopReason.MAX_ITERATIONS, 3, scores);
    }

    private static RunTrace atOnce(Double... scores) {
        return trace(StopReason.MAX_ITERATIONS, 1, List.of(List.of(scores)));
    }

    private final LoopFigures figures = LoopFigures.of(List.of(
            trace(StopReason.TARGET_REACHED, 3, List.of(List.of(0.5, 0.9))),
            trace(StopReason.NO_IMPROVEMENT, 3, List.of(List.of(0.6, 0.4), List.of(0.5, 0.3)))));

    private static EqualBudget budget(int images, RunTrace... traces) {
        return LoopFigures.of(List.of(traces)).equalBudgets().stream()
                .filter(row -> row.images() == images)
                .findFirst()
                .orElseThrow();
    }

    private static void assertMean(Mean mean, int runs, double value) {
        assertThat(mean.runs()).isEqualTo(runs);
        assertThat(mean.value()).isCloseTo(value, within(1e-9));
    }

    @Test
    void bestSoFarCountsRunsThatAreOverWithWhatTheyHad() {
        assertThat(figures.iterations()).hasSize(2);
        assertThat(figures.iterations().get(0).meanScore()).isCloseTo(0.75, within(1e-9));
        assertThat(figures.iterations().get(1).runs()).isEqualTo(1);
        assertThat(figures.iterations().get(1).meanScore()).isCloseTo(0.5, within(1e-9));
        assertThat(figures.iterations().get(1).meanBestSoFar()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void whatWasSelectedCountsAndNotTheHighestScore() {
        RunTrace compared = new RunTrace(
                List.of(new Round(List.of(0.81, 0.80), 0.80, 0.80), new Round(List.of(0.815, 0.7), 0.815, 0.80)),
                2,
                StopReason.MAX_ITERATIONS,
                Cost.free(),
                TRAINED);

        LoopFigures found = LoopFigures.of(List.of(compared));

        assertThat(found.iterations())
                .containsExactly(new PerIteration(1, 1, 0.80, 0.80), new PerIteration(2, 1, 0.815, 0.80));
        assertThat(found.bestOf()).containsExactly(new BestOf(1, 1, 0.81), new BestOf(2, 1, 0.80));
        assertMean(budget(4, compared).refined(), 1, 0.80);
    }

    @Test
    void iterationThatSelectedNothingKeepsTheBestSoFar() {
        RunTrace broken = new RunTrace(
                List.of(new Round(List.of(0.6), 0.6, 0.6), new Round(List.of(0.9), null, null)),
                3,
                StopReason.CANCELED,
                Cost.free(),
                TRAINED);

        assertThat(LoopFigures.of(List.of(broken)).iterations())
                .containsExactly(new PerIteration(1, 1, 0.6, 0.6), new PerIteration(2, 0, 0, 0.6));
    }

    @Test
    void bestOfCountsImagesOfTheOriginalPromptAlone() {
        assertThat(figures.bestOf()).extracting(BestOf::images).containsExactly(1, 2);
        assertThat(figures.bestOf().get(0).mean()).isCloseTo(0.55, within(1e-9));
        assertThat(figures.bestOf().get(1).mean()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void severalImagesOfASingleIterationAreNothingRefined() {
        RunTrace refined = refining(List.of(List.of(0.3), List.of(0.4), List.of(0.5)));
        RunTrace three = atOnce(0.7, 0.2, 0.9);

        EqualBudget row = budget(3, refined, three);

        assertMean(row.refined(), 1, 0.5);
        assertMean(row.byChance(), 1, 0.9);
        assertThat(row.isComparison()).isTrue();
    }

    @Test
    void runThatStoppedKeepsItsBest() {
        RunTrace early = trace(StopReason.TARGET_REACHED, 3, List.of(List.of(0.95)));
        RunTrace late = refining(List.of(List.of(0.3), List.of(0.4), List.of(0.5)));

        assertMean(budget(2, early, late).refined(), 2, 0.675);
        assertMean(budget(3, early, late).refined(), 2, 0.725);
    }

    @Test
    void nothingIsRefinedBeforeASecondIterationIsWhole() {
        RunTrace two = refining(List.of(List.of(0.3, 0.4), List.of(0.6, 0.5), List.of(0.9, 0.1)));

        List<EqualBudget> rows = LoopFigures.of(List.of(two)).equalBudgets();

        assertThat(rows).extracting(EqualBudget::images).containsExactly(1, 2, 4, 5, 6);
        assertThat(rows).noneMatch(EqualBudget::isComparison);
        assertMean(rows.get(1).refined(), 0, 0);
        assertMean(rows.get(1).byChance(), 1, 0.4);
        assertMean(rows.get(2).refined(), 1, 0.6);
        assertMean(rows.get(3).refined(), 1, 0.6);
        assertMean(rows.get(4).refined(), 1, 0.9);
    }

    @Test
    void runsWithoutImagesCountForNothing() {
        assertMean(
                budget(1, trace(StopReason.FAILED, 3, List.of()), atOnce(0.4)).refined(), 0, 0);
    }

    @Test
    void stopsSayWhatWasSpared() {
        assertThat(figures.stops())
                .containsExactly(
                        new Stopped(StopReason.TARGET_REACHED, 1, 1, Cost.reported(1000), 2),
                        new Stopped(StopReason.NO_IMPROVEMENT, 1, 2, Cost.reported(1000), 1));
    }

    @Test
    void nothingGivesEmptyTables() {
        assertThat(LoopFigures.of(List.of()).iterations()).isEmpty();
        assertThat(LoopFigures.of(List.of(trace(StopReason.FAILED, 3, List.of())))
                        .bestOf())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bestSoFarNeverFalls(long seed) {
        Random random = new Random(seed);
        List<RunTrace> traces = new ArrayList<>();
        for (int run = 0; run < 50; run++) {
            List<List<Double>> scores = new ArrayList<>();
            for (int iteration = 0, count = 1 + random.nextInt(3); iteration < count; iteration++) {
                scores.add(List.of(random.nextDouble(), random.nextDouble()));
            }
            traces.add(refining(scores));
        }

        LoopFigures found = LoopFigures.of(traces);

        assertThat(found.iterations()).as("seed %d", seed).hasSize(3);
        assertThat(found.iterations())
                .extracting(PerIteration::meanBestSoFar)
                .as("seed %d", seed)
                .isSorted();
        assertThat(found.equalBudgets())
                .extracting(EqualBudget::refined)
                .filteredOn(mean -> mean.runs() > 0)
                .as("seed %d", seed)
                .hasSize(3)
                .allMatch(mean -> mean.runs() == 50)
                .extracting(Mean::value)
                .isSorted();
    }
}
