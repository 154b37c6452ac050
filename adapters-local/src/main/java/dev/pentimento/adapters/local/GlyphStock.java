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
    private static final int ROWS = 24;

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
        GlyphStock stock = new GlyphStock(characters, letters, type, wordStarts(wrong, characters.length));
        return stock.likeness() < LEAST_LIKENESS ? Optional.empty() : Optional.of(stock);
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

    /** Whether the letters are those we take them for: their mean likeness to the fitted type. */
    private double likeness() {
        double sum = 0;
        for (int i = 0; i < characters.length; i++) {
            Coverage letter = letters.get(i).map();
            Box ink = letter.bounds(0.4f);
            boolean isBar = ink.isEmpty() || ink.width() < 0.35 * ink.height();
            sum += isBar
                    ? 1
                    : letter.resized(ink, ROWS, ROWS)
                            .likeness(Lettering.plain(type.face(), Character.toString(characters[i]))
                                    .stretchedTo(ROWS, ROWS));
        }
        return sum / characters.length;
    }

    /** Sets {@code text}, its ink beginning at {@code left}. */
    List<Stencil> set(String text, double left) {
        List<Stencil> line = new ArrayList<>();
        String between = "";
        int last = -1;
        double end = left;
        for (int c : text.codePoints().toArray()) {
            if (Character.isWhitespace(c)) {
                between = " ";
                continue;
            }
            double start = last < 0 ? left : end + gap(last, between, c);
            Stencil letter = letter(c, line.size()).startingAt(start);
            line.add(letter);
            end = letter.inkRight();
            between = "";
            last = c;
        }
        return line;
    }

    /** Of several equal letters the one whose place in the word is nearest. */
    private Stencil letter(int character, int place) {
        int best = -1;
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == character && (best < 0 || Math.abs(i - place) < Math.abs(best - place))) {
                best = i;
            }
        }
        return letters.get(best);
    }

    /** As between these letters in the old words, or else as the type has it with the old words' own looseness. */
    private double gap(int left, String between, int right) {
        for (int i = 1; i < characters.length; i++) {
            boolean same = characters[i - 1] == left && characters[i] == right;
            if (same && startsWord[i] == !between.isEmpty()) {
                return measured(i);
            }
        }
        return type.gap(left, between, right) + looseness(!between.isEmpty());
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
