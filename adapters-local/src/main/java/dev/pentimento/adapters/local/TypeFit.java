package dev.pentimento.adapters.local;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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
    private static final double[] BLURS = {0, 0.5, 0.8, 1.2, 1.8, 2.6};
    private static final double STRETCH_PENALTY = 0.06;
    private static final int MOST_PIXELS_FOR_BLUR = 1_000_000;

    /** The type in which {@code text} covers {@code ink} best. */
    static TypeFit of(Coverage ink, String text) {
        Box box = ink.bounds(0.4f);
        Coverage sample = ink.resized(box, Math.max(4, box.width() * ROWS / box.height()), ROWS);
        TypeFit best = Arrays.stream(BundledFont.values())
                .flatMap(face -> List.of(stretched(face, text, box), tracked(face, text, box)).stream())
                .map(fit -> fit.measured(sample, text))
                .max(Comparator.comparingDouble(
                        fit -> fit.likeness - STRETCH_PENALTY * Math.abs(Math.log(fit.stretch))))
                .orElseThrow();
        return best.sharpened(ink, box, text);
    }

    /** A plain type for {@code right}, as heavy as the ink, standing on {@code baseline} and as high as the ink above it. */
    static TypeFit byWeight(Coverage ink, double baseline, String right) {
        Box box = ink.bounds(0.4f);
        BundledFont face = Heaviness.of(ink.resized(box, Math.max(4, box.width() * ROWS / box.height()), ROWS))
                        > 0.5 * (heaviness(BundledFont.SANS, right) + heaviness(BundledFont.SANS_BOLD, right))
                ? BundledFont.SANS_BOLD
                : BundledFont.SANS;
        double above = -Lettering.plain(face, right).bounds().getMinY();
        double scale = (baseline - box.top()) / Math.max(1, above);
        return new TypeFit(face, 0, scale, 1, baseline, 0.5, 0);
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

    private TypeFit measured(Coverage sample, String text) {
        Coverage specimen = new Lettering(face, text, tracking).stretchedTo(sample.width, sample.height);
        return with(blur, specimen.likeness(sample));
    }

    private TypeFit sharpened(Coverage ink, Box box, String text) {
        if (box.area() > MOST_PIXELS_FOR_BLUR) {
            return this;
        }
        int margin = 6;
        Box wide = box.grown(margin);
        Coverage sample = ink.resized(wide, wide.width(), wide.height());
        Coverage specimen = new Coverage(wide.width(), wide.height());
        Stencil.of(outline(text, box.left())).drawOnAt(specimen, wide);
        return Arrays.stream(BLURS)
                .mapToObj(sigma -> with(sigma, specimen.blurred(sigma).likeness(sample)))
                .max(Comparator.comparingDouble(TypeFit::likeness))
                .map(fit -> with(fit.blur, likeness))
                .orElse(this);
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
