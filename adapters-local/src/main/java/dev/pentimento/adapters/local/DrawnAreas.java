package dev.pentimento.adapters.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        new CalmBorders(image, regions, 2).join(0.018f, (float) (0.1 + 0.35 * amount), (float) (0.1 + 0.25 * amount));
        absorbSlivers();
        scene.pass();
        if (!scene.keepsShapes()) {
            absorbClutter();
        }
        scene.pass();
        int count = (int) Math.round(9 - 5 * amount);
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
                if (span > ALIKE && way < 1.12f * span + 0.01f) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Small areas in the middle of a large one go, except letters, which stand in lines, and holes, which show the ground. */
    private void absorbClutter() {
        double limit = image.l.length * (0.0004 + 0.0042 * amount * amount);
        List<Outline> outlines = Outline.of(image, regions);
        Map<Integer, Outline> byRegion = new HashMap<>();
        outlines.forEach(outline -> byRegion.put(outline.region, outline));
        Set<Integer> lettering = LetterLines.in(outlines, regions, image.l.length);
        int ground = largest(outlines);
        for (Outline outline : outlines) {
            List<Integer> neighbours = outline.neighbours();
            if (outline.pixels >= limit || neighbours.isEmpty() || lettering.contains(outline.region)) {
                continue;
            }
            Outline around = byRegion.get(neighbours.get(0));
            boolean hole = around != null && around.region != ground && gap(outline.region, ground) < ALIKE;
            if (around != null && around.pixels > 3 * outline.pixels && !lettering.contains(around.region) && !hole) {
                regions.absorb(outline.region, around.region);
            }
        }
    }

    private static int largest(List<Outline> outlines) {
        Outline best = outlines.get(0);
        for (Outline outline : outlines) {
            if (outline.pixels > best.pixels) {
                best = outline;
            }
        }
        return best.region;
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
