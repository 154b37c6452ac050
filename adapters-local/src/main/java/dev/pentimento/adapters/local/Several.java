package dev.pentimento.adapters.local;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Several of one motif in rows, each free of the others, so that they can be counted. */
final class Several {
    /** Between two of them, as a share of the longer side of one. */
    private static final double GAP = 0.14;

    private Several() {}

    /** @param count from 1 */
    static List<Layer> of(List<Layer> one, int count) {
        if (count == 1) {
            return one;
        }
        Rectangle2D bounds = Emblem.bounds(one);
        double gap = GAP * Math.max(bounds.getWidth(), bounds.getHeight());
        int columns = columns(count);
        List<Layer> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            int inRow = Math.min(columns, count - row * columns);
            double column = i % columns + (columns - inRow) / 2.0;
            AffineTransform there = AffineTransform.getTranslateInstance(
                    column * (bounds.getWidth() + gap), row * (bounds.getHeight() + gap));
            one.forEach(layer -> all.add(layer.moved(there)));
        }
        return all;
    }

    private static int columns(int count) {
        return count <= 3 ? count : (count + 1) / 2;
    }
}
