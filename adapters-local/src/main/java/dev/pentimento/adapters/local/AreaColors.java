package dev.pentimento.adapters.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The new colours of areas: few of them, and of each area's own gradient as much as is wanted. */
final class AreaColors {
    private final Map<Integer, Shade> flat = new HashMap<>();
    private final Map<Integer, Shade> means = new HashMap<>();
    private final Map<Integer, Gradient.Fit> fits = new HashMap<>();
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
        Map<Integer, Float> areas = new HashMap<>();
        Map<Integer, Gradient> gradients = new HashMap<>();
        double scale = Math.max(image.width, image.height);
        for (int i = 0; i < image.l.length; i++) {
            if (Regions.isVisible(image, i)) {
                int region = regions.of(i);
                areas.merge(region, weights[i] + 1e-4f, Float::sum);
                if (regions.isOwn(i)) {
                    gradients
                            .computeIfAbsent(region, r -> new Gradient(scale))
                            .add(i % image.width, i / image.width, image.shade(i));
                }
            }
        }
        choose(regions, areas, count);
        gradients.forEach((region, sum) -> fits.put(region, sum.fit(regions.mean(region))));
    }

    private void choose(Regions regions, Map<Integer, Float> areas, int count) {
        List<Integer> order = areas.keySet().stream().sorted().toList();
        List<Shade> shades = order.stream().map(regions::mean).toList();
        List<Float> shares = order.stream()
                .map(region -> (float) Math.sqrt(areas.getOrDefault(region, 0f)))
                .toList();
        ColorCount few = ColorCount.of(shades, shares, count);
        for (int region : order) {
            means.put(region, regions.mean(region));
            flat.put(region, few.nearest(regions.mean(region)));
        }
    }

    /** Whether two areas end up in one colour. */
    boolean areOne(int region, int other) {
        Shade shade = flat.get(region);
        return shade != null && shade.equals(flat.get(other));
    }

    /** The new colour of an area at a pixel; null for what is not visible. */
    @Nullable Shade at(int region, int x, int y) {
        Shade color = flat.get(region);
        Shade mean = means.get(region);
        Gradient.Fit fit = fits.get(region);
        if (color == null || mean == null || fit == null || gradient == 0) {
            return color;
        }
        Shade here = fit.at(x, y);
        return new Shade(
                color.l() + gradient * (here.l() - mean.l()),
                color.a() + gradient * (here.a() - mean.a()),
                color.b() + gradient * (here.b() - mean.b()));
    }
}
