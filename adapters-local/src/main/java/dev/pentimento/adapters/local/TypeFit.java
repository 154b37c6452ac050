package dev.pentimento.adapters.local;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The bundled type that comes nearest to some lettering.
 *
 * @param scale px per unit of {@link Lettering}, down
 * @param stretch further scale across
 * @param baseline in px from the top of the line's map
 * @param blur of the letters' edges, as sigma in px
 * @param likeness -1..1
 */
record TypeFit(
        BundledFont face,
        double tracking,
        double scale,
        double stretch,
        double baseline,
        double blur,
        double likeness) {
    private static final int ROWS = 48;
    private static final double TIGHTEST = -0.06;
    private static final double WIDEST = 0.8;
    private static final double STRETCH_PENALTY = 0.06;
    private static final double WEIGHT_PENALTY = 0.35;

    /**
     * The type in which {@code text} comes nearest to the old words.
     *
     * @param letters one by one, if they could be told apart
     */
    static TypeFit of(Coverage ink, List<Coverage> letters, String text) {
        Box box = ink.bounds(0.4f);
        Coverage sample = ink.resized(box, Math.max(4, box.width() * ROWS / box.height()), ROWS);
        double heaviness = Heaviness.of(sample);
        return Arrays.stream(BundledFont.values())
                .flatMap(face -> Stream.of(stretched(face, text, box), tracked(face, text, box)))
                .map(fit -> fit.measured(sample, heaviness, letters, text))
                .max(Comparator.comparingDouble(
                        fit -> fit.likeness - STRETCH_PENALTY * Math.abs(Math.log(fit.stretch))))
                .map(fit -> fit.with(Sharpness.blurOf(ink), fit.likeness))
                .orElseThrow();
    }

    /** A plain type for {@code right}: as heavy as the old letters, standing on their feet and as high as most of them. */
    static TypeFit byWeight(Coverage ink, List<Stencil> letters, String right) {
        double baseline = quantile(letters.stream().mapToDouble(Stencil::inkBottom), 0.5);
        double height = baseline - quantile(letters.stream().mapToDouble(Stencil::inkTop), 0.25);
        Box box = ink.bounds(0.4f);
        Coverage sample = ink.resized(box, Math.max(4, box.width() * ROWS / box.height()), ROWS);
        double between = (heaviness(BundledFont.SANS, right) + heaviness(BundledFont.SANS_BOLD, right)) / 2;
        BundledFont face = Heaviness.of(sample) > between ? BundledFont.SANS_BOLD : BundledFont.SANS;
        double scale = height / -Lettering.plain(face, right).bounds().getMinY();
        return new TypeFit(face, 0, scale, 1, baseline, Sharpness.blurOf(ink), 0);
    }

    private static double quantile(DoubleStream values, double share) {
        double[] sorted = values.sorted().toArray();
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private static double heaviness(BundledFont face, String text) {
        Rectangle2D bounds = Lettering.plain(face, text).bounds();
        int columns = (int) Math.max(4, ROWS * bounds.getWidth() / bounds.getHeight());
        return Heaviness.of(Lettering.plain(face, text).stretchedTo(columns, ROWS));
    }

    private static TypeFit stretched(BundledFont face, String text, Box box) {
        Rectangle2D bounds = Lettering.plain(face, text).bounds();
        double scale = box.height() / bounds.getHeight();
        double stretch = box.width() / bounds.getWidth() / scale;
        return new TypeFit(face, 0, scale, stretch, box.top() - bounds.getY() * scale, 0, 0);
    }

    private static TypeFit tracked(BundledFont face, String text, Box box) {
        Rectangle2D bounds = Lettering.plain(face, text).bounds();
        double scale = box.height() / bounds.getHeight();
        int gaps = Math.max(1, text.codePointCount(0, text.length()) - 1);
        double tracking = (box.width() / scale - bounds.getWidth()) / gaps / Lettering.EM;
        double limited = Math.max(TIGHTEST, Math.min(WIDEST, tracking));
        double width = bounds.getWidth() + limited * gaps * Lettering.EM;
        return new TypeFit(face, limited, scale, box.width() / scale / width, box.top() - bounds.getY() * scale, 0, 0);
    }

    private TypeFit measured(Coverage sample, double heaviness, List<Coverage> letters, String text) {
        Coverage specimen = new Lettering(face, text, tracking).stretchedTo(sample.width, sample.height);
        double weight = WEIGHT_PENALTY * Math.abs(Math.log(Heaviness.of(specimen) / heaviness));
        double asWhole = specimen.likeness(sample);
        Specimen single = Specimen.of(face, text);
        boolean sameCount = letters.size() == single.count();
        return with(blur, (sameCount ? 0.3 * asWhole + 0.7 * single.byLetters(letters) : asWhole) - weight);
    }

    private TypeFit with(double newBlur, double newLikeness) {
        return new TypeFit(face, tracking, scale, stretch, baseline, newBlur, newLikeness);
    }

    /** The outline of {@code text} on the line's map, its ink beginning at {@code left}. */
    Shape outline(String text, double left) {
        Lettering lettering = new Lettering(face, text, tracking);
        AffineTransform place = AffineTransform.getTranslateInstance(left, baseline);
        place.scale(scale * stretch, scale);
        place.translate(-lettering.bounds().getX(), 0);
        return place.createTransformedShape(lettering.outline());
    }

    Stencil set(String text, double left) {
        return Stencil.of(outline(text, left)).blurred(blur);
    }

    /** Width of the gap between the ink of two neighbouring letters, or with a blank in {@code between} of two words, in px. */
    double gap(int left, String between, int right) {
        String text = Character.toString(left) + between + Character.toString(right);
        List<Shape> glyphs = new Lettering(face, text, 0).glyphs();
        if (glyphs.size() < 2) {
            return 0;
        }
        double gap = glyphs.get(glyphs.size() - 1).getBounds2D().getX()
                - glyphs.get(0).getBounds2D().getMaxX();
        return gap * scale * stretch;
    }
}
