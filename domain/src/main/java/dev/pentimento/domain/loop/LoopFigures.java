package dev.pentimento.domain.loop;

import dev.pentimento.domain.cost.Cost;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What runs of the loop show when they are taken together.
 *
 * @param runs how many
 * @param simulation how many of them say nothing of a trained model
 * @param iterations one for each iteration that some run had
 * @param bestOf how much making several and taking the best brings
 * @param equalBudgets refining against making more, for each number of images of which one of the two is known
 * @param stops by reason, in the order of the reasons
 */
public record LoopFigures(
        int runs,
        Simulation simulation,
        List<PerIteration> iterations,
        List<BestOf> bestOf,
        List<EqualBudget> equalBudgets,
        List<Stopped> stops) {
    public LoopFigures {
        iterations = List.copyOf(iterations);
        bestOf = List.copyOf(bestOf);
        equalBudgets = List.copyOf(equalBudgets);
        stops = List.copyOf(stops);
    }

    /**
     * One iteration.
     *
     * @param runs that had it, with an image that was selected
     * @param meanScore of the images that were selected among those of this iteration
     * @param meanBestSoFar of all runs, those that are over with what they had; never less than in the iteration before
     */
    public record PerIteration(int iteration, int runs, double meanScore, double meanBestSoFar) {}

    /**
     * The mean of the best of so many images of the original prompt, that differ by chance alone: of what was selected where a run has no more of them,
     * else of the highest scores.
     */
    public record BestOf(int images, int runs, double mean) {}

    /**
     * What so many judged images come to. The two say what refining brings where they are of the same prompts, of which one batch refines and another
     * makes as many images at once: a run alone has no answer, as it makes its images in one way.
     *
     * @param refined of each run that may have several iterations, the best so far after the last whole one within so many images; from twice the
     *     images of its first iteration on, before which it cannot refine. A run that stopped counts with what it had, so that for the same runs this
     *     never falls
     * @param byChance of each run with as many images of the original prompt, the best of the first of them
     */
    public record EqualBudget(int images, Mean refined, Mean byChance) {
        boolean isKnown() {
            return refined.runs() > 0 || byChance.runs() > 0;
        }

        /** Whether one can be held against the other. */
        public boolean isComparison() {
            return refined.runs() > 0 && byChance.runs() > 0;
        }
    }

    /**
     * The mean of so many runs.
     *
     * @param value 0..1; 0 where there are no runs
     */
    public record Mean(int runs, double value) {
        private static Mean of(List<RunTrace> traces, Function<RunTrace, Optional<Double>> figure) {
            List<Double> figures =
                    traces.stream().map(figure).flatMap(Optional::stream).toList();
            return new Mean(
                    figures.size(),
                    figures.stream().mapToDouble(Double::doubleValue).average().orElse(0));
        }
    }

    /**
     * How runs ended.
     *
     * @param meanIterations how many they had
     * @param cost of all of them
     * @param spared iterations that they did not need, together
     */
    public record Stopped(StopReason reason, int runs, double meanIterations, Cost cost, int spared) {}

    public static LoopFigures of(List<RunTrace> traces) {
        int most =
                traces.stream().mapToInt(trace -> trace.rounds().size()).max().orElse(0);
        int images = traces.stream().mapToInt(RunTrace::images).max().orElse(0);
        return new LoopFigures(
                traces.size(),
                traces.stream().map(RunTrace::simulation).reduce(Simulation.NONE, Simulation::plus),
                IntStream.rangeClosed(1, most)
                        .mapToObj(iteration -> perIteration(traces, iteration))
                        .toList(),
                IntStream.rangeClosed(1, images)
                        .mapToObj(count -> bestOf(traces, count))
                        .filter(row -> row.runs() > 0)
                        .toList(),
                IntStream.rangeClosed(1, images)
                        .mapToObj(count -> equalBudget(traces, count))
                        .filter(EqualBudget::isKnown)
                        .toList(),
                stops(traces));
    }

    private static PerIteration perIteration(List<RunTrace> traces, int iteration) {
        Mean score = Mean.of(traces, trace -> trace.winner(iteration));
        Mean bestSoFar = Mean.of(traces, trace -> trace.bestSoFar(iteration));
        return new PerIteration(iteration, score.runs(), score.value(), bestSoFar.value());
    }

    private static BestOf bestOf(List<RunTrace> traces, int images) {
        Mean best = Mean.of(traces, trace -> trace.bestByChance(images));
        return new BestOf(images, best.runs(), best.value());
    }

    private static EqualBudget equalBudget(List<RunTrace> traces, int images) {
        return new EqualBudget(
                images,
                Mean.of(traces, trace -> trace.refined(images)),
                Mean.of(traces, trace -> trace.bestByChance(images)));
    }

    private static List<Stopped> stops(List<RunTrace> traces) {
        Map<StopReason, List<RunTrace>> byReason = new EnumMap<>(StopReason.class);
        for (StopReason reason : StopReason.values()) {
            byReason.put(
                    reason,
                    traces.stream().filter(trace -> trace.stop() == reason).toList());
        }
        return byReason.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> stopped(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stopped stopped(StopReason reason, List<RunTrace> traces) {
        return new Stopped(
                reason,
                traces.size(),
                traces.stream()
                        .mapToInt(trace -> trace.rounds().size())
                        .average()
                        .orElse(0),
                traces.stream().map(RunTrace::cost).reduce(Cost.free(), Cost::plus),
                reason.isSuccess()
                        ? traces.stream()
                                .mapToInt(trace -> trace.most() - trace.rounds().size())
                                .sum()
                        : 0);
    }
}
