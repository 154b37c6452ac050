package dev.pentimento.domain.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The few colours a picture consists of, found by k-means in OKLab from a start without chance. */
final class ColorGroups {
    private static final int ROUNDS = 12;
    /** Colours closer than this look like one. */
    private static final float SAME = 0.03f;
    /** A flat colour stands for its group when it has this share of it. */
    private static final double DOMINANT = 0.4;

    private final List<ColorBins.Bin> bins;

    private ColorGroups(List<ColorBins.Bin> bins) {
        this.bins = bins;
    }

    /** At most {@code most} centres, in no particular order; none when nothing in the picture is visible. */
    static List<OkLab> of(Raster picture, int most) {
        return new ColorGroups(ColorBins.of(picture)).centers(most);
    }

    private List<OkLab> centers(int most) {
        List<OkLab> centers = start(most);
        for (int round = 0; round < ROUNDS; round++) {
            List<OkLab> moved = groups(centers).stream().map(ColorGroups::mean).toList();
            if (moved.equals(centers)) {
                break;
            }
            centers = moved;
        }
        return groups(centers).stream().map(ColorGroups::center).distinct().toList();
    }

    /** The most frequent colour, then again and again the one that is frequent and far from all so far. */
    private List<OkLab> start(int most) {
        List<OkLab> centers = new ArrayList<>();
        while (centers.size() < most) {
            ColorBins.Bin next = bins.stream()
                    .filter(bin -> distance(bin, centers) > SAME)
                    .max(Comparator.comparingDouble(bin -> bin.count() * square(distance(bin, centers))))
                    .orElse(null);
            if (next == null) {
                return centers;
            }
            centers.add(next.color());
        }
        return centers;
    }

    private static float distance(ColorBins.Bin bin, List<OkLab> centers) {
        float nearest = 1;
        for (OkLab center : centers) {
            nearest = Math.min(nearest, bin.color().distance(center));
        }
        return nearest;
    }

    private static double square(double value) {
        return value * value;
    }

    /** What is nearest to each centre; groups that lost everything are gone. */
    private List<List<ColorBins.Bin>> groups(List<OkLab> centers) {
        List<List<ColorBins.Bin>> groups = new ArrayList<>();
        centers.forEach(center -> groups.add(new ArrayList<>()));
        for (ColorBins.Bin bin : bins) {
            groups.get(nearest(bin.color(), centers)).add(bin);
        }
        groups.removeIf(List::isEmpty);
        return groups;
    }

    private static int nearest(OkLab color, List<OkLab> centers) {
        int nearest = 0;
        for (int i = 1; i < centers.size(); i++) {
            if (color.distance(centers.get(i)) < color.distance(centers.get(nearest))) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static OkLab mean(List<ColorBins.Bin> group) {
        double lightness = 0;
        double a = 0;
        double b = 0;
        for (ColorBins.Bin bin : group) {
            lightness += bin.count() * bin.color().lightness();
            a += bin.count() * bin.color().a();
            b += bin.count() * bin.color().b();
        }
        double count = count(group);
        return new OkLab((float) (lightness / count), (float) (a / count), (float) (b / count));
    }

    private static OkLab center(List<ColorBins.Bin> group) {
        ColorBins.Bin largest = Objects.requireNonNull(group.stream()
                .max(Comparator.comparingLong(ColorBins.Bin::count))
                .orElse(null));
        return largest.count() >= DOMINANT * count(group) ? OkLab.ofArgb(largest.typical()) : mean(group);
    }

    private static long count(List<ColorBins.Bin> group) {
        return group.stream().mapToLong(ColorBins.Bin::count).sum();
    }
}
