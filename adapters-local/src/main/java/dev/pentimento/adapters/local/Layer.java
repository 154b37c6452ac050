package dev.pentimento.adapters.local;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/**
 * One part of a motif, on a field of 100x100 with y pointing down.
 *
 * @param width 0 = a filled area; otherwise the shape is a line this wide
 */
record Layer(Tone tone, Shape shape, double width) {

    static Layer main(Shape shape) {
        return new Layer(Tone.MAIN, shape, 0);
    }

    static Layer shade(Shape shape) {
        return new Layer(Tone.SHADE, shape, 0);
    }

    static Layer accent(Shape shape) {
        return new Layer(Tone.ACCENT, shape, 0);
    }

    static Layer inlay(Shape shape) {
        return new Layer(Tone.INLAY, shape, 0);
    }

    static Layer hole(Shape shape) {
        return new Layer(Tone.HOLE, shape, 0);
    }

    Layer asLine(double lineWidth) {
        return new Layer(tone, shape, lineWidth);
    }

    Layer moved(AffineTransform by) {
        double scale = Math.sqrt(Math.abs(by.getDeterminant()));
        return new Layer(tone, by.createTransformedShape(shape), width * scale);
    }

    /** What it covers. */
    Shape area() {
        return width == 0
                ? shape
                : new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                        .createStrokedShape(shape);
    }
}
