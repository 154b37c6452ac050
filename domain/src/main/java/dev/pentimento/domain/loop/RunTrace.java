package dev.pentimento.domain.loop;

import dev.pentimento.domain.cost.Cost;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What figures need to know of a run that is over.
 *
 * @param scores of the judged images of each iteration, 0..1, in the order of the variants; an iteration without one is empty
 * @param most how many iterations it could have had
 * @param simulated whether none of its images comes from a trained model, so that its figures say nothing of one
 */
public record RunTrace(List<List<Double>> scores, int most, StopReason stop, Cost cost, boolean simulated) {
    public RunTrace {
        scores = scores.stream().map(List::copyOf).toList();
    }

    /** Of the best image of an iteration. */
    Optional<Double> winner(int iteration) {
        return iteration > scores.size() ? Optional.empty() : best(scores.get(iteration - 1));
    }

    /** After an iteration; what is over keeps what it had. */
    Optional<Double> bestSoFar(int iteration) {
        return best(scores.stream().limit(iteration).flatMap(List::stream).toList());
    }

    /** Of the first images that were made, in whatever iteration; empty if there are not so many. */
    Optional<Double> bestOfFirst(int images) {
        List<Double> all = scores.stream().flatMap(List::stream).toList();
        return all.size() < images ? Optional.empty() : best(all.subList(0, images));
    }

    /** Of the first images of the first iteration, which differ by chance alone; empty if there are not so many. */
    Optional<Double> bestByChance(int images) {
        List<Double> first = scores.isEmpty() ? List.of() : scores.get(0);
        return first.size() < images ? Optional.empty() : best(first.subList(0, images));
    }

    private static Optional<Double> best(List<Double> scores) {
        return scores.stream().flatMapToDouble(DoubleStream::of).boxed().max(Double::compare);
    }

    int images() {
        return scores.stream().mapToInt(List::size).sum();
    }
}
