package dev.pentimento.ports.spi;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word a mistyped one was meant to be. */
public final class Suggestion {
    private Suggestion() {}

    /** The known word nearest to {@code word}; empty when none is near enough to be a slip of the fingers. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        int near = Math.max(2, word.length() / 4);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= near)
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The end of a message: {@code ; did you mean 'x'?}, or nothing. */
    public static String hint(String word, Collection<String> known) {
        return nearest(word, known)
                .map(found -> "; did you mean '" + found + "'?")
                .orElse("");
    }

    /** Optimal string alignment: letters inserted, left out, replaced, or swapped with their neighbour. Upper and lower case count as equal. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int shifted = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        int best = Math.min(replaced, shifted);
        return swapped(a, b, i, j) ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private static boolean swapped(String a, String b, int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
