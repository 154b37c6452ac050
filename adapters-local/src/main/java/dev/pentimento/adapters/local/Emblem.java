package dev.pentimento.adapters.local;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The picture part of a logo: one motif, or two as one. */
final class Emblem {
    /** A second motif is this much smaller. */
    private static final double COMPANION = 0.52;

    private Emblem() {}

    /** The layers of a wish on the field; {@code number} picks the abstract mark where there is no motif. */
    static List<Layer> of(DrawingWish wish, long number) {
        List<Motif> motifs = wish.motifs();
        if (motifs.isEmpty()) {
            boolean letter = wish.isNamed() && Math.floorMod(number, 3) == 0;
            return letter ? AbstractMotifs.initial(wish.name()) : AbstractMotifs.pick(number);
        }
        if (motifs.size() == 1) {
            return wish.layers(motifs.get(0));
        }
        Motif first = motifs.get(0);
        Motif second = motifs.get(1);
        return first.place() == Motif.Place.SKY ? together(wish, second, first) : together(wish, first, second);
    }

    /** What belongs in the sky goes up behind the other; anything else stands beside it. */
    private static List<Layer> together(DrawingWish wish, Motif large, Motif small) {
        if (small.place() == Motif.Place.SKY) {
            List<Layer> both = new ArrayList<>(fit(wish.layers(small), new Rectangle2D.Double(56, -14, 46, 46)));
            both.addAll(fit(wish.layers(large), new Rectangle2D.Double(0, 12, 88, 88)));
            return both;
        }
        double side = 100 * COMPANION * 1.3;
        List<Layer> both = new ArrayList<>(fit(wish.layers(large), new Rectangle2D.Double(0, 100 - 82, 82, 82)));
        both.addAll(standing(wish.layers(small), new Rectangle2D.Double(90, 100 - side, side, side)));
        return both;
    }

    /** Scaled to the box, centred in it. */
    static List<Layer> fit(List<Layer> layers, Rectangle2D box) {
        Rectangle2D bounds = bounds(layers);
        double scale = scale(bounds, box);
        return moved(layers, bounds, scale, box.getCenterX(), box.getCenterY() - scale * bounds.getHeight() / 2);
    }

    /** Scaled to the box, with its foot on the lower edge. */
    static List<Layer> standing(List<Layer> layers, Rectangle2D box) {
        Rectangle2D bounds = bounds(layers);
        double scale = scale(bounds, box);
        return moved(layers, bounds, scale, box.getCenterX(), box.getMaxY() - scale * bounds.getHeight());
    }

    private static double scale(Rectangle2D bounds, Rectangle2D box) {
        return Math.min(box.getWidth() / bounds.getWidth(), box.getHeight() / bounds.getHeight());
    }

    private static List<Layer> moved(List<Layer> layers, Rectangle2D bounds, double scale, double centre, double top) {
        AffineTransform move = AffineTransform.getTranslateInstance(centre, top);
        move.scale(scale, scale);
        move.translate(-bounds.getCenterX(), -bounds.getY());
        return layers.stream().map(layer -> layer.moved(move)).toList();
    }

    static Rectangle2D bounds(List<Layer> layers) {
        Rectangle2D bounds = layers.get(0).area().getBounds2D();
        for (Layer layer : layers) {
            if (layer.tone() != Tone.HOLE) {
                bounds.add(layer.area().getBounds2D());
            }
        }
        return bounds;
    }
}
