package dev.pentimento.adapters.local;

import java.util.Arrays;

/** The columns that each letter of a line fills once its slant is undone. */
final class Spans {
    /** Decides between letters that a mark stands over alike. */
    private static final double CENTRED = 0.01;

    private final int width;
    private final double slant;
    private final double[] left;
    private final double[] right;

    private Spans(int width, double slant, int count) {
        this.width = width;
        this.slant = slant;
        this.left = new double[count];
        this.right = new double[count];
        Arrays.fill(left, Double.POSITIVE_INFINITY);
        Arrays.fill(right, Double.NEGATIVE_INFINITY);
    }

    /** @param letterOf the letter of each pixel, or {@link LiftedInk#NONE} */
    static Spans of(int[] letterOf, int width, double slant) {
        int count = Arrays.stream(letterOf).max().orElse(LiftedInk.NONE) + 1;
        Spans spans = new Spans(width, slant, count);
        for (int i = 0; i < letterOf.length; i++) {
            if (letterOf[i] != LiftedInk.NONE) {
                spans.add(letterOf[i], i);
            }
        }
        return spans;
    }

    private void add(int letter, int i) {
        double column = Slant.column(i, width, slant);
        left[letter] = Math.min(left[letter], column);
        right[letter] = Math.max(right[letter], column + 1);
    }

    /** The letter that {@code mark} stands over or under, else the one it stands beside. */
    int letterAt(int[] mark) {
        Spans own = new Spans(width, slant, 1);
        for (int i : mark) {
            own.add(0, i);
        }
        int best = 0;
        for (int letter = 1; letter < left.length; letter++) {
            if (closeness(own, letter) > closeness(own, best)) {
                best = letter;
            }
        }
        return best;
    }

    private double closeness(Spans mark, int letter) {
        double shared = Math.min(right[letter], mark.right[0]) - Math.max(left[letter], mark.left[0]);
        double apart = Math.abs(right[letter] + left[letter] - mark.right[0] - mark.left[0]) / 2;
        return shared - CENTRED * apart;
    }
}
