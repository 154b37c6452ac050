package dev.pentimento.app.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Two texts as one, word by word: what went is struck out, what came is underlined. By the longest common subsequence (Wagner and Fischer, 1974). */
final class WordDiff {
    /** Longer texts are shown without a comparison. */
    private static final int MOST_WORDS = 2_000;

    private final List<String> before;
    private final List<String> after;
    /** For each pair of ends of both texts, how many words they share in order. */
    private final int[][] shared;

    private final List<Markup> pieces = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    /** The element that {@link #run} will be in; empty = none. */
    private String open = "";

    private WordDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.shared = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int k = after.size() - 1; k >= 0; k--) {
                shared[i][k] = before.get(i).equals(after.get(k))
                        ? shared[i + 1][k + 1] + 1
                        : Math.max(shared[i + 1][k], shared[i][k + 1]);
            }
        }
    }

    static Markup of(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        return old.size() > MOST_WORDS || now.size() > MOST_WORDS
                ? Markup.text(after)
                : new WordDiff(old, now).markup();
    }

    /** With the space before each. */
    private static List<String> words(String text) {
        return List.of(text.strip().split("(?<=\\s)(?=\\S)", -1));
    }

    private Markup markup() {
        int i = 0;
        int k = 0;
        while (i < before.size() || k < after.size()) {
            if (i < before.size() && k < after.size() && before.get(i).equals(after.get(k))) {
                add("", after.get(k++));
                i++;
            } else if (k == after.size() || (i < before.size() && shared[i + 1][k] >= shared[i][k + 1])) {
                add("del", before.get(i++));
            } else {
                add("ins", after.get(k++));
            }
        }
        add("", "");
        return Markup.all(pieces);
    }

    /** Neighbours of one kind become one piece. */
    private void add(String kind, String word) {
        if (!kind.equals(open) || word.isEmpty()) {
            String text = run.toString();
            pieces.add(open.isEmpty() ? Markup.text(text) : Markup.element(open, text));
            run.setLength(0);
            open = kind;
        }
        run.append(word);
    }
}
