package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins neighbouring areas that no edge divides: parts of one gradient, of one shadow, of one blurred background. */
final class CalmBorders {
    private final LabImage image;
    private final Regions regions;
    private final int reach;

    /**
     * Looks at the borders of {@code regions}.
     *
     * @param reach how far from the border both sides are compared, px; more than 0 sees blurred edges but steps over thin strokes
     */
    CalmBorders(LabImage image, Regions regions, int reach) {
        this.image = image;
        this.regions = regions;
        this.reach = reach;
    }

    /**
     * Joins what belongs together; the joint area has the mean colour.
     *
     * @param step the mean difference across a border that still counts as none
     * @param light how far apart in lightness two areas may be that become one
     * @param color how far apart otherwise
     */
    void join(float step, float light, float color) {
        for (int round = 0; round < 4; round++) {
            List<Border> calm = measured().stream()
                    .filter(border -> border.step() < step)
                    .sorted(Comparator.comparingDouble(Border::step).thenComparingLong(border -> border.sides))
                    .toList();
            if (calm.stream().filter(border -> join(border, light, color)).count() == 0) {
                return;
            }
        }
    }

    private boolean join(Border border, float light, float color) {
        int first = regions.of((int) (border.sides >> 32));
        int second = regions.of((int) border.sides);
        Shade one = regions.mean(first);
        Shade other = regions.mean(second);
        boolean apart = Math.abs(one.l() - other.l()) > light || one.colorDistance(other) > color;
        if (first == second || apart) {
            return false;
        }
        regions.merge(first, second);
        return true;
    }

    private List<Border> measured() {
        Map<Long, Border> borders = new HashMap<>();
        for (int y = 0; y < image.height - 1; y++) {
            for (int x = 0; x < image.width - 1; x++) {
                int i = y * image.width + x;
                measure(borders, i, i + 1, row(x - reach, y), row(x + 1 + reach, y));
                measure(borders, i, i + image.width, row(x, y - reach), row(x, y + 1 + reach));
            }
        }
        return new ArrayList<>(borders.values());
    }

    private int row(int x, int y) {
        return Math.max(0, Math.min(image.height - 1, y)) * image.width + Math.max(0, Math.min(image.width - 1, x));
    }

    private void measure(Map<Long, Border> borders, int i, int j, int before, int behind) {
        int first = regions.of(i);
        int second = regions.of(j);
        if (first == second || !Regions.isVisible(image, i) || !Regions.isVisible(image, j)) {
            return;
        }
        long sides = (long) Math.min(first, second) << 32 | Math.max(first, second);
        borders.computeIfAbsent(sides, Border::new).add(image.distance(before, behind));
    }

    /** The line between two areas. Mutable while it is measured. */
    private static final class Border {
        private final long sides;
        private double sum;
        private int length;

        Border(long sides) {
            this.sides = sides;
        }

        void add(float step) {
            sum += step;
            length++;
        }

        double step() {
            return sum / length;
        }
    }
}
