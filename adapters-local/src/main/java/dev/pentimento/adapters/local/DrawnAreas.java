package dev.pentimento.adapters.local;

import java.util.List;

/** The simpler version of a drawing: gradients and shades become flat, small things that stand alone go, edges stay as they are. */
final class DrawnAreas {
    /** Two colours that look like one at a glance. */
    private static final float ALIKE = 0.05f;

    private final LabImage image;
    private final float[] weights;
    private final double amount;
    private final Scene scene;
    private final Regions regions;

    DrawnAreas(LabImage image, float[] weights, double amount, Scene scene) {
        this.image = image;
        this.weights = weights;
        this.amount = amount;
        this.scene = scene;
        this.regions = Regions.of(image, (float) (40 - 26 * amount));
    }

    LabImage simplified() {
        scene.pass();
        new CalmBorders(image, regions, 0).join(0.018f, (float) (0.1 + 0.35 * amount), (float) (0.1 + 0.25 * amount));
        absorbSlivers();
        scene.pass();
        if (!scene.keepsShapes()) {
            absorbClutter();
        }
        scene.pass();
        int count = (int) Math.round(13 - 7 * amount);
        float gradient = (float) Math.max(0, 0.85 - 0.85 * amount);
        return paint(new AreaColors(image, regions, weights, count, gradient));
    }

    /** The row of mixed pixels between two areas is no area of its own. */
    private void absorbSlivers() {
        for (Outline outline : Outline.of(image, regions)) {
            List<Integer> neighbours = outline.neighbours();
            if (outline.core * 12 > outline.pixels || neighbours.isEmpty()) {
                continue;
            }
            int near = closest(outline.region, neighbours);
            boolean speck = outline.pixels < 5;
            if (speck || isBetween(outline.region, neighbours)) {
                regions.absorb(outline.region, near);
            }
        }
    }

    private int closest(int region, List<Integer> neighbours) {
        int best = neighbours.get(0);
        for (int other : neighbours) {
            if (gap(region, other) < gap(region, best)) {
                best = other;
            }
        }
        return best;
    }

    private float gap(int region, int other) {
        return regions.mean(region).distance(regions.mean(other));
    }

    private boolean isBetween(int region, List<Integer> neighbours) {
        int few = Math.min(4, neighbours.size());
        for (int i = 0; i < few; i++) {
            for (int j = i + 1; j < few; j++) {
                float span = gap(neighbours.get(i), neighbours.get(j));
                float way = gap(neighbours.get(i), region) + gap(region, neighbours.get(j));
                if (span > ALIKE
                        && way < 1.12f * span + 0.01f
                        && isSmallest(region, neighbours.get(i), neighbours.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The pixels of a thin stroke are no sliver between its ground and its own bright heart. */
    private boolean isSmallest(int region, int one, int other) {
        return regions.size(region) <= regions.size(regions.of(one))
                && regions.size(region) <= regions.size(regions.of(other));
    }

    private void absorbClutter() {
        double limit = image.l.length * (0.0003 + 0.0016 * amount * amount);
        for (Part part : Clutter.in(image, regions, limit)) {
            int around = part.surrounding();
            part.areas().forEach(area -> regions.absorb(area.region, around));
        }
    }

    private LabImage paint(AreaColors colors) {
        int[] labels = regions.labels();
        LabImage result = image.copy();
        Rows.each(image.height, y -> {
            Crossing crossing = new Crossing(image, labels, colors);
            for (int x = 0; x < image.width; x++) {
                int i = y * image.width + x;
                if (Regions.isVisible(image, i)) {
                    result.set(i, crossing.color(x, y));
                }
            }
        });
        return result;
    }
}
