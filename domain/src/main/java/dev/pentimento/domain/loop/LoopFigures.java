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
 * @param simulated how many of them say nothing of a trained model
 * @param iterations one for each iteration that some run had
 * @param bestOf how much making several and taking the best brings
 * @param equalBudgets refining against making more, for the same number of images
 * @param stops by reason, in the order of the reasons
 */
public record LoopFigures(
        int runs,
        int simulated,
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
     * @param runs that had it, with an image that was judged
     * @param meanScore of their best images of this iteration
     * @param meanBestSoFar of all runs, those that are over with what they had; never less than in the iteration before
     */
    public record PerIteration(int iteration, int runs, double meanScore, double meanBestSoFar) {}

    /** The mean of the best of so many images that differ by chance alone. */
    public record BestOf(int images, int runs, double mean) {}

    /**
     * What so many images come to.
     *
     * @param refined the mean of the best so far after as many images of the loop; empty where no run has as many
     * @param byChance the mean of the best of as many from the original prompt; empty where no run has as many
     */
    public record EqualBudget(int images, Optional<Double> refined, Optional<Double> byChance) {}

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
                traces.stream().mapToInt(trace -> trace.scores().size()).max().orElse(0);
        int images = traces.stream().mapToInt(RunTrace::images).max().orElse(0);
        return new LoopFigures(
                traces.size(),
                (int) traces.stream().filter(RunTrace::simulated).count(),
                IntStream.rangeClosed(1, most)
                        .mapToObj(iteration -> perIteration(traces, iteration))
                        .toList(),
                IntStream.rangeClosed(1, images)
                        .mapToObj(count -> bestOf(traces, count))
                        .filter(row -> row.runs() > 0)
                        .toList(),
                IntStream.rangeClosed(1, images)
                        .mapToObj(count -> new EqualBudget(
                                count,
                                mean(traces, trace -> trace.bestOfFirst(count)),
                                mean(traces, trace -> trace.bestByChance(count))))
                        .toList(),
                stops(traces));
    }

    private static PerIteration perIteration(List<RunTrace> traces, int iteration) {
        return new PerIteration(
                iteration,
                count(traces, trace -> trace.winner(iteration)),
                mean(traces, trace -> trace.winner(iteration)).orElse(0.0),
                mean(traces, trace -> trace.bestSoFar(iteration)).orElse(0.0));
    }

    private static BestOf bestOf(List<RunTrace> traces, int images) {
        return new BestOf(
                images,
                count(traces, trace -> trace.bestByChance(images)),
                mean(traces, trace -> trace.bestByChance(images)).orElse(0.0));
    }

    private static int count(List<RunTrace> traces, Function<RunTrace, Optional<Double>> figure) {
        return (int) traces.stream().map(figure).flatMap(Optional::stream).count();
    }

    private static Optional<Double> mean(List<RunTrace> traces, Function<RunTrace, Optional<Double>> figure) {
        return traces.stream().map(figure).flatMap(Optional::stream).mapToDouble(Double::doubleValue).average().stream()
                .boxed()
                .findFirst();
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
                        .mapToInt(trace -> trace.scores().size())
                        .average()
                        .orElse(0),
                traces.stream().map(RunTrace::cost).reduce(Cost.free(), Cost::plus),
                reason.isSuccess()
                        ? traces.stream()
                                .mapToInt(trace -> trace.most() - trace.scores().size())
                                .sum()
                        : 0);
    }
}
