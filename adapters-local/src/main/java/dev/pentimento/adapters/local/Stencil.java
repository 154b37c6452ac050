package dev.pentimento.adapters.local;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * A map with its place on a line.
 *
 * @param left of the map's first column, in px
 * @param top of the map's first row, in px
 */
record Stencil(Coverage map, double left, double top) {
    private static final float INK = 0.25f;

    /** Draws a shape that lies where it is to appear. */
    static Stencil of(Shape shape) {
        Rectangle2D bounds = shape.getBounds2D();
        double left = Math.floor(bounds.getX()) - 1;
        double top = Math.floor(bounds.getY()) - 1;
        int width = (int) Math.ceil(bounds.getMaxX() - left) + 2;
        int height = (int) Math.ceil(bounds.getMaxY() - top) + 2;
        Shape moved = AffineTransform.getTranslateInstance(-left, -top).createTransformedShape(shape);
        return new Stencil(Coverage.of(moved, width, height), left, top);
    }

    /** The inked part of a larger map. */
    static Stencil cutFrom(Coverage whole) {
        Box ink = whole.bounds(0.02f);
        if (ink.isEmpty()) {
            return new Stencil(new Coverage(1, 1), 0, 0);
        }
        return new Stencil(whole.resized(ink, ink.width(), ink.height()), ink.left(), ink.top());
    }

    double inkLeft() {
        return left + map.bounds(INK).left();
    }

    double inkRight() {
        return left + map.bounds(INK).right();
    }

    double inkTop() {
        return top + map.bounds(INK).top();
    }

    double inkBottom() {
        return top + map.bounds(INK).bottom();
    }

    /** Moved to the right so that its ink begins at {@code x}, by whole px to stay sharp. */
    Stencil startingAt(double x) {
        return new Stencil(map, left + Math.round(x - inkLeft()), top);
    }

    Stencil blurred(double sigma) {
        if (sigma == 0) {
            return this;
        }
        int margin = (int) Math.ceil(3 * sigma);
        Coverage wide = new Coverage(map.width + 2 * margin, map.height + 2 * margin);
        new Stencil(map, margin, margin).drawOn(wide);
        return new Stencil(wide.blurred(sigma), left - margin, top - margin);
    }

    /** Scaled across about x = 0 and down about y = {@code baseline}. */
    Stencil scaled(double across, double down, double baseline) {
        int width = (int) Math.max(1, Math.ceil(map.width * across));
        int height = (int) Math.max(1, Math.ceil(map.height * down));
        Coverage resized = map.resized(Box.ofSize(map.width, map.height), width, height);
        return new Stencil(resized, left * across, baseline + (top - baseline) * down);
    }

    /** Adds its ink; where it lies between px it is drawn between them. */
    void drawOn(Coverage target) {
        int firstX = (int) Math.floor(left);
        int firstY = (int) Math.floor(top);
        for (int y = Math.max(0, firstY); y < Math.min(target.height, firstY + map.height + 1); y++) {
            for (int x = Math.max(0, firstX); x < Math.min(target.width, firstX + map.width + 1); x++) {
                int i = y * target.width + x;
                target.values[i] = Math.min(1, target.values[i] + map.at(x + 0.5 - left, y + 0.5 - top));
            }
        }
    }
}
