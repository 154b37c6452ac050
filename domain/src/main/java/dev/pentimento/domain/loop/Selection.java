package dev.pentimento.domain.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which image is the best so far. The higher score wins; where scores are within {@value LoopRules#TIE} of the highest, the images themselves are
 * compared. The best so far gives way to none that scores less, so that its score never falls.
 */
public final class Selection {
    private final List<Candidate> contenders;

    private Selection(List<Candidate> contenders) {
        this.contenders = List.copyOf(contenders);
    }

    /** Says which of two images is better. */
    @FunctionalInterface
    public interface Judge {

        /** Whether {@code second} is better than {@code first} in whatever order they are shown. */
        boolean prefersSecond(Candidate first, Candidate second);
    }

    /**
     * @param best so far; null = there is none yet
     * @param fresh what the last iteration made; at least one if there is no best
     */
    public static Selection of(@Nullable Candidate best, List<Candidate> fresh) {
        double least = best == null ? 0 : best.overall();
        List<Candidate> eligible = new ArrayList<>(Stream.concat(Stream.ofNullable(best), fresh.stream())
                .filter(candidate -> Scores.isAtLeast(candidate.overall(), least))
                .toList());
        eligible.sort(Scores.falling());
        if (eligible.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to select from");
        }
        double highest = eligible.get(0).overall();
        return new Selection(eligible.stream()
                .filter(candidate -> Scores.isTie(candidate.overall(), highest))
                .toList());
    }

    /** Whether the scores say it without a judge. */
    public boolean isClear() {
        return contenders.size() == 1;
    }

    /** The highest score first; of equals the best so far. */
    public List<Candidate> contenders() {
        return contenders;
    }

    /** The judge is asked once less than there are contenders. */
    public Candidate winner(Judge judge) {
        Candidate winner = contenders.get(0);
        for (Candidate challenger : contenders.subList(1, contenders.size())) {
            if (judge.prefersSecond(winner, challenger)) {
                winner = challenger;
            }
        }
        return winner;
    }
}
