package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** The surface that one design is drawn on; all measures in px. */
final class Sheet {
    private static final double WIDER = 1.3;

    private final BufferedImage image;
    private final Graphics2D g;
    private final Design design;

    private Sheet(ImageSize size, Design design) {
        this.image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        this.g = image.createGraphics();
        this.design = design;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_DITHERING, RenderingHints.VALUE_DITHER_DISABLE);
    }

    static Raster draw(Design design, ImageSize size) {
        Sheet sheet = new Sheet(size, design);
        try {
            design.composition().draw(sheet);
        } finally {
            sheet.g.dispose();
        }
        return PngPixels.ofImage(sheet.image);
    }

    Design design() {
        return design;
    }

    DrawingWish wish() {
        return design.wish();
    }

    double width() {
        return image.getWidth();
    }

    double height() {
        return image.getHeight();
    }

    /** The shorter side. */
    double side() {
        return Math.min(width(), height());
    }

    double aspect() {
        return width() / height();
    }

    /** A square around a point. */
    static Rectangle2D square(double x, double y, double side) {
        return new Rectangle2D.Double(x - side / 2, y - side / 2, side, side);
    }

    void ground(Paint paint) {
        fill(paint, new Rectangle2D.Double(0, 0, width(), height()));
    }

    void fill(Paint paint, Shape shape) {
        g.setPaint(paint);
        g.fill(shape);
    }

    void line(Color color, Shape shape, double px) {
        fill(color, Layer.main(shape).asLine(px).area());
    }

    /** Where an emblem lies that is to look as large as a square: wide ones may be wider. */
    Rectangle2D emblemBox(double x, double y, double side) {
        Rectangle2D bounds = Emblem.bounds(design.emblem());
        double aspect = bounds.getWidth() / bounds.getHeight();
        double width = aspect < 1 ? side * aspect : side * Math.min(WIDER, Math.sqrt(aspect));
        double height = width / aspect;
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }

    void emblem(Rectangle2D box, Inks inks) {
        design.treatment().paint(g, Emblem.fit(design.emblem(), box), inks);
    }

    void standing(List<Layer> layers, Rectangle2D box, Inks inks) {
        Treatment.FLAT.paint(g, Emblem.standing(layers, box), inks);
    }

    /** The name in a box in px; nothing without a name. */
    void name(Rectangle2D box, Color color) {
        if (wish().isNamed()) {
            fill(color, Caption.centred(wish().name(), design.typeface(), box));
        }
    }

    /** What is to be read after the name. */
    void tagline(Rectangle2D box, Color color) {
        if (wish().names().size() > 1) {
            fill(color, Caption.centred(wish().names().get(1), Typeface.BROAD, box));
        }
    }

    boolean hasTagline() {
        return wish().names().size() > 1;
    }
}
