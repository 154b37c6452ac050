package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;

/**
 * What a prompt may cost at most, if it goes on to its last round. The first round makes images, each later one makes or edits them, whichever is dearer.
 * All images are judged; each but the very first is compared, in both orders, with the best before it. One checklist is written, and each round but the
 * first takes a better prompt.
 *
 * @param generation of the images of one round
 * @param edit of the images of one round
 * @param judgement of one image, or of one comparison
 * @param writing of one prompt or checklist
 */
record Ceiling(Cost generation, Cost edit, Cost judgement, Cost writing) {

    /** @param images to be made in each round */
    Cost of(RoundsLeft rounds, int images) {
        int made = rounds.left() * images;
        int pairs = rounds.areAll() ? Math.max(0, made - 1) : made;
        int makings = rounds.areAll() ? Math.min(1, rounds.left()) : 0;
        return times(makings, generation)
                .plus(times(rounds.left() - makings, dearer(generation, edit)))
                .plus(times(made + 2 * pairs, judgement))
                .plus(times(rounds.left(), writing));
    }

    private static Cost dearer(Cost one, Cost other) {
        if (one.microUsd().isEmpty() || other.microUsd().isEmpty()) {
            return Cost.unknown();
        }
        return one.microUsd().getAsLong() < other.microUsd().getAsLong() ? other : one;
    }

    /** Nothing of it has happened, so that it is an estimate even where it is certain. */
    private static Cost times(int count, Cost cost) {
        if (count == 0) {
            return Cost.estimated(0);
        }
        return cost.microUsd().isEmpty()
                ? Cost.unknown()
                : Cost.estimated(Math.multiplyExact(count, cost.microUsd().getAsLong()));
    }
}
