package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A photograph as a poster: few colours in areas with smooth outlines. */
final class PosterAreas {
    private static final int SAMPLES = 40;
    private static final float[] KERNEL = {1, 2, 1, 2, 4, 2, 1, 2, 1};

    private final LabImage image;
    private final float[] weights;
    private final double amount;
    private final Scene scene;

    PosterAreas(LabImage image, float[] weights, double amount, Scene scene) {
        this.image = image;
        this.weights = weights;
        this.amount = amount;
        this.scene = scene;
    }

    LabImage simplified() {
        LabImage calm = image.copy();
        Smoothing.denoise(1).apply(calm, scene);
        calm = Smoothing.dabs(calm, px(0.004 + 0.004 * amount));
        scene.pass();
        return flattened(calm, new Look((float) (0.2 + 0.2 * amount), (int) Math.round(22 - 14 * amount), 2));
    }

    /** The areas of {@code calm}, each in one colour and what is left of its gradient. */
    LabImage flattened(LabImage calm, Look look) {
        Regions regions = Regions.of(calm, (float) (110 * StrictMath.pow(0.4, amount)));
        scene.pass();
        new CalmBorders(calm, regions, px(0.006))
                .join((float) (0.022 + 0.012 * amount), look.light(), (float) (0.04 + 0.035 * amount));
        scene.pass();
        absorbSmall(calm, regions);
        scene.pass();
        float gradient = (float) Math.max(0, 0.95 - 0.6 * amount);
        AreaColors colors = new AreaColors(calm, regions, weights, look.colors(), gradient);
        int[] labels = regions.labels();
        for (int round = 0; round < look.roundings(); round++) {
            labels = rounded(labels);
        }
        return paint(labels, colors);
    }

    private int px(double share) {
        return Math.max(2, Math.round(EffectEdits.px(image, share)));
    }

    /** Small areas join the neighbour that is most like them, the smallest first. */
    private void absorbSmall(LabImage calm, Regions regions) {
        double limit = image.l.length * (0.0002 + 0.0007 * amount);
        List<Outline> small = new ArrayList<>(Outline.of(calm, regions));
        small.removeIf(outline -> outline.pixels >= limit);
        small.sort(Comparator.comparingInt((Outline outline) -> outline.pixels)
                .thenComparingInt(outline -> outline.region));
        for (Outline outline : small) {
            int best = -1;
            for (int other : outline.neighbours()) {
                if (best < 0 || gap(regions, outline, other) < gap(regions, outline, best)) {
                    best = other;
                }
            }
            if (best >= 0 && regions.size(regions.of(outline.region)) < limit) {
                regions.absorb(outline.region, best);
            }
        }
    }

    private static float gap(Regions regions, Outline outline, int other) {
        return regions.mean(regions.of(outline.region)).distance(regions.mean(regions.of(other)));
    }

    /** Each pixel joins the area that most of its surroundings belong to, which rounds the outlines. */
    private int[] rounded(int[] labels) {
        int[] around = ring(EffectEdits.px(image, 0.0028 + 0.0035 * amount));
        int[] result = labels.clone();
        Rows.each(image.height, y -> {
            int[] seen = new int[around.length / 2];
            for (int x = 0; x < image.width; x++) {
                int i = y * image.width + x;
                if (Regions.isVisible(image, i)) {
                    result[i] = mostFrequent(labels, x, y, around, seen);
                }
            }
        });
        scene.pass();
        return result;
    }

    /** Points spread evenly over a disc in a sunflower's spiral (Vogel, 1979): across and down in turn. */
    private static int[] ring(float radius) {
        int[] around = new int[2 * SAMPLES];
        for (int k = 0; k < SAMPLES; k++) {
            double distance = 1.6 * radius * Math.sqrt((k + 0.5) / SAMPLES);
            double angle = k * 2.399963229728653;
            around[2 * k] = (int) Math.round(distance * StrictMath.cos(angle));
            around[2 * k + 1] = (int) Math.round(distance * StrictMath.sin(angle));
        }
        return around;
    }

    private int mostFrequent(int[] labels, int x, int y, int[] around, int[] seen) {
        int own = labels[y * image.width + x];
        boolean mixed = false;
        for (int k = 0; k < seen.length; k++) {
            int u = Math.max(0, Math.min(image.width - 1, x + around[2 * k]));
            int v = Math.max(0, Math.min(image.height - 1, y + around[2 * k + 1]));
            int i = v * image.width + u;
            seen[k] = Regions.isVisible(image, i) ? labels[i] : own;
            mixed |= seen[k] != own;
        }
        return mixed ? mode(seen) : own;
    }

    private static int mode(int[] seen) {
        Arrays.sort(seen);
        int best = seen[0];
        int most = 0;
        int run = 0;
        for (int k = 0; k < seen.length; k++) {
            run = k > 0 && seen[k] == seen[k - 1] ? run + 1 : 1;
            if (run > most) {
                most = run;
                best = seen[k];
            }
        }
        return best;
    }

    private LabImage paint(int[] labels, AreaColors colors) {
        LabImage flat = image.copy();
        Rows.each(flat.height, y -> {
            for (int x = 0; x < flat.width; x++) {
                Shade shade = colors.at(labels[y * flat.width + x], x, y);
                if (shade != null) {
                    flat.set(y * flat.width + x, shade);
                }
            }
        });
        return softened(flat);
    }

    /** Takes the stairs off the outlines. */
    private LabImage softened(LabImage flat) {
        LabImage result = flat.copy();
        Rows.each(flat.height, y -> {
            for (int x = 0; x < flat.width; x++) {
                PixelMean blend = new PixelMean();
                for (int k = 0; k < 9; k++) {
                    int u = Math.max(0, Math.min(flat.width - 1, x + k % 3 - 1));
                    int v = Math.max(0, Math.min(flat.height - 1, y + k / 3 - 1));
                    blend.add(flat, v * flat.width + u, KERNEL[k]);
                }
                int i = y * flat.width + x;
                blend.into(result, i);
                result.alpha[i] = flat.alpha[i];
            }
        });
        return result;
    }

    /**
     * How areas are made.
     *
     * @param light how far apart in lightness the ends of one shading may be
     * @param colors how many colours there are to be
     * @param roundings how often outlines are rounded, which strokes as thin as a hair do not survive
     */
    record Look(float light, int colors, int roundings) {}
}
