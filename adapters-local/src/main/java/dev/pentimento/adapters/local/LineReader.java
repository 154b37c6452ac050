package dev.pentimento.adapters.local;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

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
    private static final int ROWS = 30;
    private static final int LETTER = 20;
    private static final double MOST_STRETCH = 2.2;

    private final String text;
    private final List<Specimen> specimens;

    LineReader(String text) {
        this.text = text;
        this.specimens = FACES.stream().map(face -> Specimen.of(face, text)).toList();
    }

    int words() {
        return text.split("\\s+").length;
    }

    Reading read(WordRun run, int pictureWidth) {
        TextLine line = run.words();
        Coverage upright = line.upright(pictureWidth);
        Box ink = upright.bounds(0.5f);
        if (ink.isEmpty()) {
            return new Reading(run, text, 0);
        }
        List<Coverage> letters = letters(line, pictureWidth);
        double best = specimens.stream()
                .mapToDouble(specimen -> specimen.likeness(upright, ink, letters))
                .max()
                .orElse(0);
        return new Reading(run, text, best);
    }

    private static List<Coverage> letters(TextLine line, int pictureWidth) {
        return line.letters().stream()
                .map(letter -> letter.upright(pictureWidth))
                .toList();
    }

    /** The words in one face, drawn once at the size of comparison. */
    private record Specimen(Coverage whole, List<Coverage> letters, List<Double> proportions) {

        static Specimen of(BundledFont face, String text) {
            Lettering lettering = Lettering.plain(face, text);
            Rectangle2D bounds = lettering.bounds();
            int columns = (int) Math.max(4, Math.round(ROWS * bounds.getWidth() / Math.max(1, bounds.getHeight())));
            List<Shape> glyphs = lettering.glyphs();
            return new Specimen(
                    lettering.stretchedTo(columns, ROWS),
                    glyphs.stream()
                            .map(glyph -> Lettering.stretched(glyph, LETTER, LETTER))
                            .toList(),
                    glyphs.stream().map(Specimen::proportion).toList());
        }

        private static double proportion(Shape glyph) {
            Rectangle2D bounds = glyph.getBounds2D();
            return bounds.getWidth() / bounds.getHeight();
        }

        double likeness(Coverage upright, Box ink, List<Coverage> lineLetters) {
            double stretch = ((double) ink.width() / ink.height()) / ((double) whole.width / whole.height);
            double asWhole = stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH
                    ? 0
                    : upright.resized(ink, whole.width, whole.height).likeness(whole);
            return lineLetters.size() == letters.size() && letters.size() > 1
                    ? Math.max(asWhole, letterByLetter(lineLetters))
                    : asWhole;
        }

        private double letterByLetter(List<Coverage> lineLetters) {
            double sum = 0;
            for (int i = 0; i < letters.size(); i++) {
                Coverage letter = lineLetters.get(i);
                Box ink = letter.bounds(0.5f);
                double proportion = (double) ink.width() / ink.height() / proportions.get(i);
                double fit = Math.min(1, 1.6 * Math.min(proportion, 1 / proportion));
                double likeness = Math.min(proportions.get(i), (double) ink.width() / ink.height()) < 0.35
                        ? fit
                        : letter.resized(ink, LETTER, LETTER).likeness(letters.get(i));
                sum += likeness * fit;
            }
            return sum / letters.size();
        }
    }
}
