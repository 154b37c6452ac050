package dev.pentimento.adapters.local;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Words in one face, drawn once at the size of comparison.
 *
 * @param proportions width by height of each letter
 */
record Specimen(Coverage whole, List<Coverage> letters, List<Double> proportions) {
    private static final int ROWS = 30;
    private static final int LETTER = 20;
    private static final double MOST_STRETCH = 2.2;
    private static final double MOST_MISFIT = 0.55;
    /** Narrower letters are bars, whose drawing says nothing. */
    private static final double BAR = 0.35;

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

    int count() {
        return letters.size();
    }

    /** A quick look at proportions, before anything is drawn. */
    boolean couldBe(Box line, List<TextLine> lineLetters) {
        if (lineLetters.size() != count() || count() < 2) {
            return isStretchable(line);
        }
        double misfit = 0;
        for (int i = 0; i < count(); i++) {
            Box letter = lineLetters.get(i).box();
            misfit += Math.abs(Math.log((double) letter.width() / letter.height() / proportions.get(i)));
        }
        return misfit / count() < MOST_MISFIT;
    }

    private boolean isStretchable(Box line) {
        double stretch = (double) line.width() / line.height() * whole.height / whole.width;
        return stretch < MOST_STRETCH && stretch > 1 / MOST_STRETCH;
    }

    /**
     * The better of both comparisons.
     *
     * @param drawn letters of the line; empty unless they are as many as these
     */
    double likeness(Coverage line, Box ink, List<Coverage> drawn) {
        double asWhole = isStretchable(ink)
                ? line.resized(ink, whole.width, whole.height).likeness(whole)
                : 0;
        return drawn.size() > 1 && drawn.size() == count() ? Math.max(asWhole, byLetters(drawn)) : asWhole;
    }

    /** Mean likeness -1..1 of as many letters as these. */
    double byLetters(List<Coverage> drawn) {
        double sum = 0;
        for (int i = 0; i < count(); i++) {
            Box ink = drawn.get(i).bounds(0.4f);
            if (!ink.isEmpty()) {
                sum += likeness(drawn.get(i), ink, i);
            }
        }
        return sum / count();
    }

    private double likeness(Coverage letter, Box ink, int i) {
        double proportion = (double) ink.width() / ink.height();
        double fit = Math.min(1, 1.6 * Math.min(proportion / proportions.get(i), proportions.get(i) / proportion));
        boolean isBar = Math.min(proportion, proportions.get(i)) < BAR;
        return isBar ? fit : fit * letter.resized(ink, LETTER, LETTER).likeness(letters.get(i));
    }
}
