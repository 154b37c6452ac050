package dev.pentimento.adapters.local;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/** The edges of one motif at one size, to be laid over those of a picture. */
final class MotifStencil {
    /** Room around the motif, px. */
    private static final int RIM = 3;

    private static final Inks INKS = new Inks(Color.WHITE, Color.BLACK, Color.BLACK, Color.DARK_GRAY, Color.GRAY);

    final int width;
    final int height;
    /** Where the motif is, and a little around it, as indices into the stencil. */
    private final int[] places;

    private final float[] u;
    private final float[] v;
    private final double length;

    private MotifStencil(LabImage drawn) {
        this.width = drawn.width;
        this.height = drawn.height;
        EdgeField field = EdgeField.of(drawn);
        boolean[] covered = new boolean[drawn.l.length];
        for (int i = 0; i < covered.length; i++) {
            covered[i] = drawn.l[i] < 0.98f;
        }
        boolean[] near = Coverage.grown(covered, width, 2);
        this.places = IntStream.range(0, near.length).filter(i -> near[i]).toArray();
        this.u = new float[places.length];
        this.v = new float[places.length];
        double sum = 0;
        for (int k = 0; k < places.length; k++) {
            u[k] = field.u[places[k]];
            v[k] = field.v[places[k]];
            sum += u[k] * u[k] + v[k] * v[k];
        }
        this.length = Math.sqrt(sum);
    }

    /** @param side of the motif's longer side, px */
    static MotifStencil of(List<Layer> layers, double side) {
        Rectangle2D bounds = Emblem.bounds(layers);
        double scale = side / Math.max(bounds.getWidth(), bounds.getHeight());
        int width = (int) Math.ceil(bounds.getWidth() * scale) + 2 * RIM;
        int height = (int) Math.ceil(bounds.getHeight() * scale) + 2 * RIM;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(INKS.ground());
        g.fillRect(0, 0, width, height);
        Rectangle2D box = new Rectangle2D.Double(RIM, RIM, bounds.getWidth() * scale, bounds.getHeight() * scale);
        Treatment.FLAT.paint(g, Emblem.fit(layers, box), INKS);
        g.dispose();
        return new MotifStencil(LabImage.of(PngPixels.ofImage(image)));
    }

    /** Normalised correlation -1..1 of the edges, with the stencil's upper left corner at (x, y). */
    double likeness(EdgeField picture, int x, int y) {
        double both = 0;
        double seen = 0;
        for (int k = 0; k < places.length; k++) {
            int i = (y + places[k] / width) * picture.width + x + places[k] % width;
            float pu = picture.u[i];
            float pv = picture.v[i];
            both += u[k] * pu + v[k] * pv;
            seen += pu * pu + pv * pv;
        }
        return seen == 0 || length == 0 ? 0 : both / (Math.sqrt(seen) * length);
    }
}
