package dev.pentimento.domain.loop;

import dev.pentimento.domain.cost.Cost;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What figures need to know of a run that is over.
 *
 * @param rounds its iterations, in order
 * @param most how many iterations it could have had; only one that could have had several refines
 */
public record RunTrace(List<Round> rounds, int most, StopReason stop, Cost cost, Simulation simulation) {
    public RunTrace {
        rounds = List.copyOf(rounds);
    }

    /**
     * One iteration. What was selected need not have the highest score: of images that score nearly the same a critic may have preferred another.
     *
     * @param scores of its judged images, 0..1, in the order of the variants
     * @param winner the score of the one that was selected among them; null where none was
     * @param best the score of the one that was selected among all so far; null where none was
     */
    public record Round(
            List<Double> scores,
            @Nullable Double winner,
            @Nullable Double best) {
        public Round {
            scores = List.copyOf(scores);
        }
    }

    /** Of the best image of an iteration. */
    Optional<Double> winner(int iteration) {
        return iteration > rounds.size()
                ? Optional.empty()
                : Optional.ofNullable(rounds.get(iteration - 1).winner());
    }

    /** After an iteration; what is over keeps what it had. */
    Optional<Double> bestSoFar(int iteration) {
        return rounds.stream()
                .limit(iteration)
                .flatMap(round -> Stream.ofNullable(round.best()))
                .reduce((earlier, later) -> later);
    }

    /**
     * What refining comes to for so many judged images at most: the best so far after the last iteration of which all images are among them. A run that
     * ended with fewer keeps what it had. Empty where it could not refine: it was to have one iteration only, or the images are too few for a second
     * one of the size of the first.
     */
    Optional<Double> refined(int images) {
        if (most < 2 || images < 2 * chances()) {
            return Optional.empty();
        }
        return bestSoFar(roundsWithin(images));
    }

    private int roundsWithin(int images) {
        int made = 0;
        int within = 0;
        for (Round round : rounds) {
            made += round.scores().size();
            if (made > images) {
                break;
            }
            within++;
        }
        return within;
    }

    /**
     * Of the first images of the first iteration, which differ by chance alone: what was selected where they are all of it, else the highest score.
     * Empty if there are not so many.
     */
    Optional<Double> bestByChance(int images) {
        if (images > chances()) {
            return Optional.empty();
        }
        return images == chances() ? winner(1) : highest(rounds.get(0).scores().subList(0, images));
    }

    private int chances() {
        return rounds.isEmpty() ? 0 : rounds.get(0).scores().size();
    }

    private static Optional<Double> highest(List<Double> scores) {
        OptionalDouble highest =
                scores.stream().mapToDouble(Double::doubleValue).max();
        return highest.stream().boxed().findFirst();
    }

    int images() {
        return rounds.stream().mapToInt(round -> round.scores().size()).sum();
    }
}
