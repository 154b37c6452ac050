package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A sheet of 1000 units across, whatever its size in px, on which shapes and lettering are drawn with soft edges. */
final class Sketch {
    static final double WIDTH = 1000;

    private final BufferedImage image;
    private final Graphics2D graphics;

    Sketch(ImageSize size) {
        this.image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        this.graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(size.width() / WIDTH, size.width() / WIDTH);
    }

    /** In units. */
    double height() {
        return WIDTH * image.getHeight() / image.getWidth();
    }

    /** Whatever is drawn from now on appears higher by so many units. */
    void moveUp(double units) {
        graphics.translate(0, -units);
    }

    Sketch fill(Paint paint, Shape shape) {
        graphics.setPaint(paint);
        graphics.fill(shape);
        return this;
    }

    Sketch stroke(Paint paint, double width, Shape shape) {
        Shape line =
                new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(shape);
        return fill(paint, line);
    }

    /** Capitals {@code height} units high, centred on {@code x}, standing on {@code y}. */
    Sketch words(Paint paint, BundledFont face, String text, double height, double tracking, double x, double y) {
        Lettering lettering = new Lettering(face, text, tracking);
        double scale = height / -Lettering.plain(face, "H").bounds().getY();
        Rectangle2D bounds = lettering.bounds();
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(scale, scale);
        place.translate(-bounds.getCenterX(), 0);
        return fill(paint, place.createTransformedShape(lettering.outline()));
    }

    static Color colour(int rgb) {
        return new Color(rgb);
    }

    static Color clear(int rgb, double share) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, (int) Math.round(share * 255));
    }

    Raster raster() {
        return PngPixels.ofImage(image);
    }
}
