package dev.pentimento.adapters.local;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** How a motif is executed. */
enum Treatment {
    /** Areas in several colours. */
    FLAT,
    /** One colour, its parts set apart by gaps, as a stamp would show it. */
    STENCIL,
    /** Outlines. */
    LINE;

    private static final double GAP = 0.035;
    private static final double STROKE = 0.042;
    /** Holes are this much larger, so that no seam stays where one reaches the edge. */
    private static final double HAIR = 0.01;

    /** Parts smaller than this share are dots, whatever the treatment. */
    private static final double DOT = 0.16;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Paints layers that stand where they belong. */
    void paint(Graphics2D g, List<Layer> layers, Inks inks) {
        Rectangle2D bounds = Emblem.bounds(layers);
        double size = Math.sqrt(bounds.getWidth() * bounds.getHeight());
        for (Layer layer : layers) {
            switch (this) {
                case FLAT -> flat(g, layer, inks, size);
                case STENCIL -> stencil(g, layer, inks, size);
                case LINE -> line(g, layer, inks, size);
            }
        }
    }

    private static void flat(Graphics2D g, Layer layer, Inks inks, double size) {
        Shape area = layer.area();
        if (layer.tone() == Tone.HOLE) {
            outline(g, area, HAIR * size, inks.ground());
        }
        g.setColor(inks.of(layer.tone()));
        g.fill(area);
    }

    private static void stencil(Graphics2D g, Layer layer, Inks inks, double size) {
        if (layer.tone() == Tone.SHADE) {
            return;
        }
        Shape area = layer.area();
        boolean cutOut = layer.tone() == Tone.HOLE || layer.tone() == Tone.INLAY;
        outline(g, area, cutOut ? HAIR * size : 2 * GAP * size, inks.ground());
        g.setColor(cutOut ? inks.ground() : inks.main());
        g.fill(area);
    }

    private static void line(Graphics2D g, Layer layer, Inks inks, double size) {
        if (layer.tone() == Tone.SHADE) {
            return;
        }
        double stroke = STROKE * size;
        Color ink = layer.tone() == Tone.ACCENT || layer.tone() == Tone.INLAY ? inks.accent() : inks.main();
        if (layer.width() > 0) {
            outline(g, layer.shape(), stroke, ink);
            return;
        }
        Rectangle2D bounds = layer.shape().getBounds2D();
        boolean dot = layer.tone() == Tone.INLAY || Math.max(bounds.getWidth(), bounds.getHeight()) < DOT * size;
        g.setColor(dot ? ink : inks.ground());
        g.fill(layer.shape());
        if (!dot) {
            outline(g, layer.shape(), stroke, ink);
        }
    }

    private static void outline(Graphics2D g, Shape shape, double width, Color color) {
        g.setColor(color);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }
}
