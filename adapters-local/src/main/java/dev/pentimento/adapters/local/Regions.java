package dev.pentimento.adapters.local;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A picture cut into areas of one colour each, by statistical region merging (Nock and Nielsen, "Statistical region merging", 2004): neighbours join in
 * the order of how alike they are, as long as their means differ by no more than chance. Gradients and texture become one area, edges stay.
 */
final class Regions {
    private static final int LEVELS = 1024;
    /** Nothing that is seen joins areas further apart than this in one step. */
    private static final float STEEPEST = 0.5f;

    private final LabImage image;
    private final int[] parent;
    private final int[] size;
    private final float[] l;
    private final float[] a;
    private final float[] b;
    private final BitSet absorbed = new BitSet();
    private int[] home = {};

    private Regions(LabImage image) {
        int n = image.l.length;
        this.image = image;
        this.parent = new int[n];
        this.size = new int[n];
        this.l = image.l.clone();
        this.a = image.a.clone();
        this.b = image.b.clone();
        Arrays.setAll(parent, i -> i);
        Arrays.fill(size, 1);
    }

    /**
     * Cuts a picture up.
     *
     * @param detail the larger, the more areas; 8 few .. 256 many
     */
    static Regions of(LabImage image, float detail) {
        Regions regions = new Regions(image);
        regions.mergeAlike(detail);
        return regions;
    }

    int of(int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        int walk = i;
        while (parent[walk] != root) {
            int next = parent[walk];
            parent[walk] = root;
            walk = next;
        }
        return root;
    }

    int size(int region) {
        return size[region];
    }

    Shade mean(int region) {
        return new Shade(l[region], a[region], b[region]);
    }

    /** Whether a pixel's colour is its area's own, and not that of something absorbed. */
    boolean isOwn(int i) {
        return home.length == 0 || !absorbed.get(home[i]);
    }

    /** Makes {@code small} a part of {@code large}, which keeps its colour. From the first time on areas should not be merged any more. */
    void absorb(int small, int large) {
        if (home.length == 0) {
            home = labels();
        }
        int from = of(small);
        int into = of(large);
        if (from != into) {
            absorbed.set(from);
            unite(from, into);
        }
    }

    /** The area of every pixel. */
    int[] labels() {
        int[] labels = new int[parent.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = of(i);
        }
        return labels;
    }

    private void unite(int from, int into) {
        parent[from] = into;
        size[into] += size[from];
    }

    static boolean isVisible(LabImage image, int i) {
        return image.alpha[i] > 0.02f;
    }

    private void mergeAlike(float detail) {
        int[] pairs = sortedPairs();
        double n = parent.length;
        float chance = (float) (2 * StrictMath.log(6 * n * n));
        float spread = 1 / (2 * detail);
        for (int pair : pairs) {
            int first = of(pair >> 1);
            int second = of(neighbour(pair));
            if (first != second && areAlike(first, second, spread, chance)) {
                merge(first, second);
            }
        }
    }

    private boolean areAlike(int first, int second, float spread, float chance) {
        float limit = deviation(size[first], spread, chance) + deviation(size[second], spread, chance);
        float dl = l[first] - l[second];
        float da = 2.2f * (a[first] - a[second]);
        float db = 2.2f * (b[first] - b[second]);
        return dl * dl < limit && da * da < limit && db * db < limit;
    }

    private static float deviation(int size, float spread, float chance) {
        return spread * (Math.min(256, size) * logarithm(size) + chance) / size / 256;
    }

    private static float logarithm(int size) {
        return 0.6931472f * (31 - Integer.numberOfLeadingZeros(1 + size));
    }

    /** Makes two areas one, with the mean colour. */
    void merge(int first, int second) {
        int into = size[first] >= size[second] ? first : second;
        int from = into == first ? second : first;
        float share = (float) size[from] / (size[from] + size[into]);
        l[into] = Ramp.mix(l[into], l[from], share);
        a[into] = Ramp.mix(a[into], a[from], share);
        b[into] = Ramp.mix(b[into], b[from], share);
        unite(from, into);
    }

    /** Pixel index twice, plus 1 for the pair downwards; from the most alike pair to the least. */
    private int[] sortedPairs() {
        int[] starts = new int[LEVELS + 1];
        forPairs((pair, level) -> starts[level + 1]++);
        for (int level = 0; level < LEVELS; level++) {
            starts[level + 1] += starts[level];
        }
        int[] sorted = new int[starts[LEVELS]];
        forPairs((pair, level) -> sorted[starts[level]++] = pair);
        return sorted;
    }

    private void forPairs(PairVisitor visitor) {
        int n = parent.length;
        for (int i = 0; i < n; i++) {
            if (!isVisible(image, i)) {
                continue;
            }
            if ((i + 1) % image.width != 0 && isVisible(image, i + 1)) {
                visitor.visit(2 * i, level(i, i + 1));
            }
            if (i + image.width < n && isVisible(image, i + image.width)) {
                visitor.visit(2 * i + 1, level(i, i + image.width));
            }
        }
    }

    private int level(int i, int j) {
        return Math.min(LEVELS - 1, (int) (image.distance(i, j) / STEEPEST * LEVELS));
    }

    private int neighbour(int pair) {
        return (pair >> 1) + ((pair & 1) == 0 ? 1 : image.width);
    }

    private interface PairVisitor {
        void visit(int pair, int level);
    }
}
