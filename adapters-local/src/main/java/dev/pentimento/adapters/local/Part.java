package dev.pentimento.adapters.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small thing in a drawing: areas that touch each other, such as the halves of a leaf, or a letter and the hole in it. */
final class Part {
    private static final float ONE_COLOR = 0.07f;
    /** Letters of one line may be printed over different grounds. */
    private static final float ONE_INK = 0.1f;

    private static final float ONE_SIZE = 2;
    /** A smaller share of a part is its rim. */
    private static final double WORTH_INK = 0.12;
    /** From here on a shape is a line, however long. */
    private static final double LINE = 3.5;

    private final List<Outline> areas;
    private final Map<Integer, Integer> borders = new HashMap<>();
    private final Shade color;
    private final int pixels;
    private final double elongation;
    private int left = Integer.MAX_VALUE;
    private int right = -1;
    private int top = Integer.MAX_VALUE;
    private int bottom = -1;

    Part(List<Outline> areas, Regions regions) {
        this.areas = List.copyOf(areas);
        Moments moments = new Moments();
        int sum = 0;
        for (Outline area : areas) {
            sum += area.pixels;
            moments.add(area.moments);
            area.borders().forEach((region, length) -> borders.merge(region, length, Integer::sum));
            left = Math.min(left, area.left);
            right = Math.max(right, area.right);
            top = Math.min(top, area.top);
            bottom = Math.max(bottom, area.bottom);
        }
        areas.forEach(area -> borders.remove(area.region));
        this.pixels = sum;
        this.color = ink(regions);
        this.elongation = Math.min(LINE, moments.elongation());
    }

    /** The colour that stands out: of a letter that of its strokes, not that of the hole in it. */
    private Shade ink(Regions regions) {
        Shade around = surrounding() < 0 ? new Shade(1, 0, 0) : regions.mean(surrounding());
        Shade ink = regions.mean(areas.get(0).region);
        float most = -1;
        for (Outline area : areas) {
            Shade color = regions.mean(area.region);
            if (area.pixels >= WORTH_INK * pixels && color.distance(around) > most) {
                most = color.distance(around);
                ink = color;
            }
        }
        return ink;
    }

    List<Outline> areas() {
        return areas;
    }

    Shade color() {
        return color;
    }

    int pixels() {
        return pixels;
    }

    /** The area that surrounds most of it; -1 = none. */
    int surrounding() {
        return borders.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(-1);
    }

    /** How much of its outline lies in that area, 0..1. */
    double embedding() {
        int all = borders.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : (double) borders.getOrDefault(surrounding(), 0) / all;
    }

    int height() {
        return bottom - top + 1;
    }

    /** Whether both look like copies of one thing, turned or not. */
    boolean isLike(Part other) {
        return isOfOneSize(other)
                && Math.abs(elongation - other.elongation) < 0.8
                && color.distance(other.color) < ONE_COLOR;
    }

    private boolean isOfOneSize(Part other) {
        return pixels < ONE_SIZE * other.pixels && other.pixels < ONE_SIZE * pixels;
    }

    /** Whether the other may be the next letter of the same line. */
    boolean standsBeside(Part other) {
        float taller = Math.max(height(), other.height());
        float shorter = Math.min(height(), other.height());
        int gap = Math.max(left, other.left) - Math.min(right, other.right);
        int together = Math.min(bottom, other.bottom) - Math.max(top, other.top) + 1;
        return taller < 2 * shorter
                && gap < 1.2f * taller
                && together > 0.6f * shorter
                && isOnOneLine(other, 0.12f * taller + 1)
                && color.distance(other.color) < ONE_INK;
    }

    /** Letters share the line they stand on or the one they reach up to. */
    private boolean isOnOneLine(Part other, float slack) {
        return Math.min(Math.abs(bottom - other.bottom), Math.abs(top - other.top)) <= slack;
    }

    /** Letters of one line differ in shape; beads and leaves in a row do not. */
    boolean differsInShape(Part other) {
        double larger = Math.max(pixels, other.pixels);
        double smaller = Math.min(pixels, other.pixels);
        return larger > 1.2 * smaller || Math.abs(elongation - other.elongation) > 0.25;
    }

    /** Whether it is small and close to a letter, as the dot of an i and a full stop are. */
    boolean isDotOf(Part letter) {
        int across = Math.max(left, letter.left) - Math.min(right, letter.right);
        int down = Math.max(top, letter.top) - Math.min(bottom, letter.bottom);
        return height() < 0.5f * letter.height()
                && across < Math.min(1.2f * letter.height(), 7 * height())
                && down < 0.4f * letter.height()
                && color.distance(letter.color) < ONE_INK;
    }
}
