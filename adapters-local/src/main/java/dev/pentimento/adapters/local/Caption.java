package dev.pentimento.adapters.local;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lettering broken into lines so that it fills its box best. */
final class Caption {
    private static final int MOST_LINES = 3;

    private Caption() {}

    /** The outlines, as large as fits, centred in the box. */
    static Shape centred(String text, Typeface face, Rectangle2D box) {
        return set(text, face, box, 0.5);
    }

    /** The outlines, as large as fits, in the upper left corner of the box. */
    static Shape upperLeft(String text, Typeface face, Rectangle2D box) {
        Shape set = set(text, face, box, 0);
        Rectangle2D bounds = set.getBounds2D();
        return AffineTransform.getTranslateInstance(box.getX() - bounds.getX(), box.getY() - bounds.getY())
                .createTransformedShape(set);
    }

    private static Shape set(String text, Typeface face, Rectangle2D box, double aligned) {
        Shape best = null;
        double bestScale = 0;
        for (List<String> lines : breaks(List.of(text.strip().split("\\s+", -1)))) {
            Shape set = stacked(lines, face, aligned);
            Rectangle2D bounds = set.getBounds2D();
            double scale = Math.min(box.getWidth() / bounds.getWidth(), box.getHeight() / bounds.getHeight());
            if (best == null || scale > bestScale * 1.15) {
                best = set;
                bestScale = scale;
            }
        }
        return best == null ? new Path2D.Double() : placed(best, bestScale, box);
    }

    /** Fewer lines come first. */
    private static List<List<String>> breaks(List<String> words) {
        List<List<String>> all = new ArrayList<>();
        for (int lines = 1; lines <= Math.min(MOST_LINES, words.size()); lines++) {
            all.add(broken(words, lines));
        }
        return all;
    }

    /** Each line takes words until it has its share of the letters. */
    private static List<String> broken(List<String> words, int lines) {
        double share = String.join(" ", words).length() / (double) lines;
        String[] broken = new String[lines];
        Arrays.fill(broken, "");
        int line = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean full = broken[line].length() + words.get(i).length() / 2.0 > share;
            boolean mustMove = words.size() - i <= lines - 1 - line;
            if (!broken[line].isEmpty() && line < lines - 1 && (full || mustMove)) {
                line++;
            }
            broken[line] = (broken[line] + " " + words.get(i)).strip();
        }
        return Arrays.stream(broken).filter(text -> !text.isEmpty()).toList();
    }

    private static Shape stacked(List<String> lines, Typeface face, double aligned) {
        Path2D all = new Path2D.Double();
        for (int i = 0; i < lines.size(); i++) {
            Shape line = face.outline(lines.get(i));
            Rectangle2D bounds = line.getBounds2D();
            double x = -bounds.getX() - aligned * bounds.getWidth();
            all.append(
                    AffineTransform.getTranslateInstance(x, i * face.leading()).createTransformedShape(line), false);
        }
        return all;
    }

    private static Shape placed(Shape shape, double scale, Rectangle2D box) {
        Rectangle2D bounds = shape.getBounds2D();
        AffineTransform move = AffineTransform.getTranslateInstance(box.getCenterX(), box.getCenterY());
        move.scale(scale, scale);
        move.translate(-bounds.getCenterX(), -bounds.getCenterY());
        return move.createTransformedShape(shape);
    }
}
