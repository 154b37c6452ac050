package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The new colours of areas: few of them, and of each area's own gradient as much as is wanted. */
final class AreaColors {
    /** One pixel in this many is enough to tell a gradient by. */
    private static final int SAMPLING = 5;

    private final @Nullable Shade[] flat;
    private final @Nullable Shade[] means;
    private final Gradient.@Nullable Fit[] fits;
    private final float gradient;

    /**
     * Chooses the colours.
     *
     * @param weights how much each pixel has a say
     * @param count how many colours there are to be
     * @param gradient how much of the gradients remains, 0..1
     */
    AreaColors(LabImage image, Regions regions, float[] weights, int count, float gradient) {
        this.gradient = gradient;
        this.flat = new Shade[image.l.length];
        this.means = new Shade[image.l.length];
        this.fits = new Gradient.Fit[image.l.length];
        int[] labels = regions.labels();
        choose(image, regions, labels, weights, count);
        if (gradient > 0) {
            fit(image, regions, labels);
        }
    }

    /** Alike areas take the colour of the largest of them, so that a ground never changes for the sake of a dot on it. */
    private void choose(LabImage image, Regions regions, int[] labels, float[] weights, int count) {
        float[] areas = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            if (Regions.isVisible(image, i)) {
                areas[labels[i]] += weights[i] + 1e-4f;
            }
        }
        List<Shade> shades = new ArrayList<>();
        List<Float> shares = new ArrayList<>();
        for (int region = 0; region < areas.length; region++) {
            if (areas[region] > 0) {
                shades.add(regions.mean(region));
                shares.add((float) StrictMath.cbrt(areas[region]));
            }
        }
        ColorCount few = ColorCount.of(shades, shares, count);
        Map<Shade, Integer> largest = new HashMap<>();
        Map<Shade, Shade> pure = new HashMap<>();
        for (int region = 0; region < areas.length; region++) {
            if (areas[region] > 0) {
                Shade color = few.nearest(regions.mean(region));
                means[region] = regions.mean(region);
                largest.merge(color, region, (one, other) -> areas[other] > areas[one] ? other : one);
                flat[region] = color;
            }
        }
        largest.forEach((color, region) -> pure.put(color, regions.mean(region)));
        for (int region = 0; region < areas.length; region++) {
            Shade color = flat[region];
            if (color != null) {
                flat[region] = pure.getOrDefault(color, color);
            }
        }
    }

    private void fit(LabImage image, Regions regions, int[] labels) {
        @Nullable Gradient[] gradients = new Gradient[labels.length];
        double scale = Math.max(image.width, image.height);
        for (int i = 0; i < labels.length; i += SAMPLING) {
            if (Regions.isVisible(image, i) && regions.isOwn(i)) {
                Gradient sum = gradients[labels[i]];
                if (sum == null) {
                    sum = new Gradient(scale);
                    gradients[labels[i]] = sum;
                }
                sum.add(i % image.width, i / image.width, image.l[i], image.a[i], image.b[i]);
            }
        }
        for (int region = 0; region < gradients.length; region++) {
            Gradient sum = gradients[region];
            if (sum != null && sum.isTelling()) {
                fits[region] = sum.fit();
            }
        }
    }

    /** Whether two areas end up in one colour. */
    boolean areOne(int region, int other) {
        Shade shade = flat[region];
        return shade != null && shade.equals(flat[other]);
    }

    /** The new colour of an area at a pixel; null for what is not visible. */
    @Nullable Shade at(int region, int x, int y) {
        Shade color = flat[region];
        Shade mean = means[region];
        Gradient.Fit fit = fits[region];
        if (color == null || mean == null || fit == null) {
            return color;
        }
        Shade here = fit.at(x, y);
        return new Shade(
                color.l() + gradient * (here.l() - mean.l()),
                color.a() + gradient * (here.a() - mean.a()),
                color.b() + gradient * (here.b() - mean.b()));
    }
}
