package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The letters of the old words, ready to be set again in another order: most mistakes can be mended with letters that are there, and then the
 * type is right whatever it is.
 */
final class GlyphStock {
    private static final double LEAST_LIKENESS = 0.5;

    private final int[] characters;
    private final List<Stencil> letters;
    private final TypeFit type;
    private final boolean[] startsWord;

    private GlyphStock(int[] characters, List<Stencil> letters, TypeFit type, boolean[] startsWord) {
        this.characters = characters;
        this.letters = letters;
        this.type = type;
        this.startsWord = startsWord;
    }

    /** Takes stock; empty unless each letter of {@code wrong} is one of {@code letters} and all that {@code right} needs are among them. */
    static Optional<GlyphStock> of(String wrong, List<Stencil> letters, TypeFit type, String right) {
        int[] characters = inked(wrong);
        if (characters.length != letters.size() || !holdsAll(characters, inked(right))) {
            return Optional.empty();
        }
        double likeness = Specimen.of(type.face(), wrong)
                .byLetters(letters.stream().map(Stencil::map).toList());
        return likeness < LEAST_LIKENESS
                ? Optional.empty()
                : Optional.of(new GlyphStock(characters, letters, type, wordStarts(wrong, characters.length)));
    }

    private static int[] inked(String text) {
        return text.codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
    }

    private static boolean holdsAll(int[] stock, int[] needed) {
        return Arrays.stream(needed).allMatch(c -> Arrays.stream(stock).anyMatch(s -> s == c));
    }

    private static boolean[] wordStarts(String text, int length) {
        boolean[] starts = new boolean[length];
        boolean blank = false;
        int i = 0;
        for (int c : text.codePoints().toArray()) {
            if (Character.isWhitespace(c)) {
                blank = true;
            } else {
                starts[i++] = blank;
                blank = false;
            }
        }
        return starts;
    }

    /** Sets {@code text}, its ink beginning at {@code left}; what stays the same keeps its spacing to the pixel. */
    List<Stencil> set(String text, double left) {
        List<Stencil> line = new ArrayList<>();
        int[] sources = sources(inked(text));
        boolean[] starts = wordStarts(text, sources.length);
        double end = left;
        for (int i = 0; i < sources.length; i++) {
            double start = i == 0 ? left : end + gap(sources[i - 1], starts[i], sources[i]);
            Stencil letter = letters.get(sources[i]).startingAt(start);
            line.add(letter);
            end = letter.inkRight();
        }
        return line;
    }

    /** For each new letter the old one to take: the same one where old and new run alike, else an equal one nearby. */
    private int[] sources(int[] text) {
        int[][] alike = new int[characters.length + 1][text.length + 1];
        for (int i = characters.length - 1; i >= 0; i--) {
            for (int k = text.length - 1; k >= 0; k--) {
                alike[i][k] =
                        characters[i] == text[k] ? alike[i + 1][k + 1] + 1 : Math.max(alike[i + 1][k], alike[i][k + 1]);
            }
        }
        int[] sources = new int[text.length];
        int i = 0;
        for (int k = 0; k < text.length; k++) {
            while (i < characters.length && characters[i] != text[k] && alike[i + 1][k] == alike[i][k]) {
                i++;
            }
            boolean runsAlike = i < characters.length && characters[i] == text[k];
            sources[k] = runsAlike ? i++ : nearest(text[k], k);
        }
        return sources;
    }

    private int nearest(int character, int place) {
        int best = -1;
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == character && (best < 0 || Math.abs(i - place) < Math.abs(best - place))) {
                best = i;
            }
        }
        return best;
    }

    /** As between such letters in the old words, or else as the type has it with the old words' own looseness. */
    private double gap(int left, boolean betweenWords, int right) {
        if (right == left + 1 && startsWord[right] == betweenWords) {
            return measured(right);
        }
        for (int i = 1; i < characters.length; i++) {
            boolean same = characters[i - 1] == characters[left] && characters[i] == characters[right];
            if (same && startsWord[i] == betweenWords) {
                return measured(i);
            }
        }
        return typeGap(left, betweenWords, right) + looseness(betweenWords);
    }

    private double typeGap(int left, boolean betweenWords, int right) {
        return type.gap(characters[left], betweenWords ? " " : "", characters[right]);
    }

    private double measured(int i) {
        return letters.get(i).inkLeft() - letters.get(i - 1).inkRight();
    }

    private double looseness(boolean betweenWords) {
        double[] extra = new double[characters.length];
        int count = 0;
        for (int i = 1; i < characters.length; i++) {
            if (startsWord[i] == betweenWords) {
                extra[count++] = measured(i) - type.gap(characters[i - 1], betweenWords ? " " : "", characters[i]);
            }
        }
        if (count == 0) {
            return betweenWords && characters.length > 1 ? looseness(false) : 0;
        }
        Arrays.sort(extra, 0, count);
        return extra[count / 2];
    }
}
