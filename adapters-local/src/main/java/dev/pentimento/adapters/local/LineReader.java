package dev.pentimento.adapters.local;

import java.util.List;
import java.util.Optional;

/**
 * Tells how much a line looks like given words, without reading it: by laying the words, set in several faces, over it as a whole and
 * letter by letter.
 */
final class LineReader {
    private static final List<BundledFont> FACES = List.of(
            BundledFont.SANS,
            BundledFont.SANS_BOLD,
            BundledFont.SANS_CONDENSED_BOLD,
            BundledFont.SANS_BOLD_OBLIQUE,
            BundledFont.SERIF,
            BundledFont.SERIF_BOLD,
            BundledFont.SERIF_BOLD_ITALIC,
            BundledFont.MONO_BOLD);
    private static final String IN_PIECES = "ij!?:;%=\"\u00c4\u00d6\u00dc\u00e4\u00f6\u00fc.,'-";
    /** A stretch of letters inside a longer word is taken only when it fits this much better. */
    private static final double INSIDE_A_WORD = 0.12;

    /** What each shape that no letter needs takes from the likeness. */
    private static final double CLUTTER = 0.01;

    private final String text;
    private final List<Specimen> specimens;

    LineReader(String text) {
        this.text = text;
        this.specimens = FACES.stream().map(face -> Specimen.of(face, text)).toList();
    }

    /** Whether some of the characters leave ink in several places, or too little to be found as letters. */
    boolean hasMarks() {
        return text.codePoints().anyMatch(c -> IN_PIECES.indexOf(c) >= 0);
    }

    /** The best of a line and of the parts of it that could be these words. */
    Optional<Reading> best(TextLine line, int pictureWidth) {
        int words = text.split("\\s+", -1).length;
        Optional<Reading> inWords = line.runsOfWords(words).stream()
                .map(run -> read(run, pictureWidth))
                .max(Reading.BY_LIKENESS);
        Optional<Reading> inLetters = line.runsOfLetters(specimens.get(0).count()).stream()
                .map(run -> read(run, pictureWidth))
                .max(Reading.BY_LIKENESS)
                .filter(reading -> reading.likeness()
                        > INSIDE_A_WORD + inWords.map(Reading::likeness).orElse(0.0));
        return inLetters.or(() -> inWords);
    }

    private Reading read(WordRun run, int pictureWidth) {
        TextLine line = run.words();
        List<TextLine> letters = line.letters();
        List<Specimen> possible = specimens.stream()
                .filter(specimen -> specimen.couldBe(line.box(), letters))
                .toList();
        if (possible.isEmpty() || !line.isEven()) {
            return new Reading(run, text, 0);
        }
        Coverage upright = line.upright(pictureWidth);
        Box ink = upright.bounds(0.5f);
        List<Coverage> drawn = letters.size() == specimens.get(0).count()
                ? letters.stream().map(letter -> letter.upright(pictureWidth)).toList()
                : List.of();
        double best = possible.stream()
                .mapToDouble(specimen -> specimen.likeness(upright, ink, drawn))
                .max()
                .orElse(0);
        double tooMany = line.shapes().size() - 1.5 * specimens.get(0).count() - 2;
        return new Reading(run, text, best - CLUTTER * Math.max(0, tooMany));
    }
}
