package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One area of a picture as seen from outside: its box, its pixels and its neighbours. Mutable while it is measured. */
final class Outline {
    final int region;
    int left = Integer.MAX_VALUE;
    int right = -1;
    int top = Integer.MAX_VALUE;
    int bottom = -1;
    int pixels;
    /** Pixels whose four neighbours belong to the same area; strokes and edge slivers have none. */
    int core;

    final Moments moments = new Moments();

    private final Map<Integer, Integer> borders = new HashMap<>();

    private Outline(int region) {
        this.region = region;
    }

    /** All areas, in the order of their first pixel. */
    static List<Outline> of(LabImage image, Regions regions) {
        Outline[] byRegion = new Outline[image.l.length];
        List<Outline> all = new ArrayList<>();
        for (int i = 0; i < byRegion.length; i++) {
            if (Regions.isVisible(image, i)) {
                int region = regions.of(i);
                if (byRegion[region] == null) {
                    byRegion[region] = new Outline(region);
                    all.add(byRegion[region]);
                }
                byRegion[region].add(image, regions, i);
            }
        }
        return all;
    }

    private void add(LabImage image, Regions regions, int i) {
        int x = i % image.width;
        int y = i / image.width;
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
        pixels++;
        moments.add(x, y);
        boolean inner = touch(image, regions, x > 0 ? i - 1 : i);
        inner &= touch(image, regions, x < image.width - 1 ? i + 1 : i);
        inner &= touch(image, regions, y > 0 ? i - image.width : i);
        inner &= touch(image, regions, y < image.height - 1 ? i + image.width : i);
        if (inner) {
            core++;
        }
    }

    private boolean touch(LabImage image, Regions regions, int neighbour) {
        if (!Regions.isVisible(image, neighbour)) {
            return false;
        }
        int other = regions.of(neighbour);
        if (other != region) {
            borders.merge(other, 1, Integer::sum);
        }
        return other == region;
    }

    /** Neighbours, the one with the longest common border first. */
    List<Integer> neighbours() {
        return borders.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Neighbours and the length of the common border, px. */
    Map<Integer, Integer> borders() {
        return borders;
    }
}
