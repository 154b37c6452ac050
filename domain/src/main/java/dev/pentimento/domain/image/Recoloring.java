package dev.pentimento.domain.image;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shows a picture in other colours: its own are gathered into as many groups as the palette has colours, and the darkest group takes the darkest colour
 * of the palette. Flat areas become exactly the palette's colours, shading inside a group and soft edges between groups stay soft, and alpha stays bit for
 * bit.
 */
public final class Recoloring {
    private final List<OkLab> from;
    private final List<OkLab> to;
    /** How much of the shading around the centre of each group is carried over, 0..1. */
    private final float[] shading;

    private Recoloring(List<OkLab> from, List<OkLab> to) {
        this.from = from;
        this.to = to;
        this.shading = new float[from.size()];
        for (int i = 0; i < shading.length; i++) {
            shading[i] = Math.min(1, Math.min(stretch(i - 1), stretch(i)));
        }
    }

    public static Raster recolor(Raster base, Palette palette) {
        List<OkLab> wanted = byLightness(palette.colors().stream()
                .map(color -> OkLab.ofArgb(Integer.parseInt(color.substring(1), 16)))
                .toList());
        List<OkLab> found = byLightness(ColorGroups.of(base, wanted.size()));
        return found.isEmpty() ? base : new Recoloring(found, spread(wanted, found)).applyTo(base);
    }

    private static List<OkLab> byLightness(List<OkLab> colors) {
        return colors.stream()
                .sorted(Comparator.comparingDouble(OkLab::lightness)
                        .thenComparingDouble(OkLab::a)
                        .thenComparingDouble(OkLab::b))
                .toList();
    }

    /** One colour for each group: the darkest, the lightest and evenly between; for a single group the one about as light. */
    private static List<OkLab> spread(List<OkLab> wanted, List<OkLab> groups) {
        int last = wanted.size() - 1;
        if (groups.size() == 1) {
            return List.of(wanted.get(Math.round(Math.min(1, groups.get(0).lightness()) * last)));
        }
        return IntStream.range(0, groups.size())
                .mapToObj(i -> wanted.get(Math.round((float) i * last / (groups.size() - 1))))
                .toList();
    }

    /** How much wider the step from group i to the next becomes; shading that grew more than the steps would run backwards between two groups. */
    private float stretch(int i) {
        boolean isStep = i >= 0 && i + 1 < from.size();
        return isStep ? to.get(i).distance(to.get(i + 1)) / from.get(i).distance(from.get(i + 1)) : 1;
    }

    private Raster applyTo(Raster base) {
        int[] argb = base.toArray();
        int before = 0;
        int after = 0;
        boolean known = false;
        for (int i = 0; i < argb.length; i++) {
            if (!known || argb[i] != before) {
                before = argb[i];
                after = recolored(before);
                known = true;
            }
            argb[i] = after;
        }
        return Raster.adopt(base.size(), argb);
    }

    /** The mean of what each group would make of the pixel, weighted by the fourth power of nearness (Shepard, 1968). */
    private int recolored(int pixel) {
        OkLab color = OkLab.ofArgb(pixel);
        float weights = 0;
        float lightness = 0;
        float a = 0;
        float b = 0;
        for (int i = 0; i < shading.length; i++) {
            OkLab center = from.get(i);
            float distance = color.distance(center);
            if (distance == 0) {
                return to.get(i).toArgb(pixel >>> 24);
            }
            float square = 1 / (distance * distance);
            float weight = square * square;
            weights += weight;
            lightness += weight * (to.get(i).lightness() + shading[i] * (color.lightness() - center.lightness()));
            a += weight * (to.get(i).a() + shading[i] * (color.a() - center.a()));
            b += weight * (to.get(i).b() + shading[i] * (color.b() - center.b()));
        }
        return new OkLab(lightness / weights, a / weights, b / weights).toArgb(pixel >>> 24);
    }
}
