package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Connected patches of pixels. */
final class Patches {
    /** Patches this share of the picture apart belong together. */
    private static final double CLOSE = 0.012;

    private Patches() {}

    /** The largest patch of {@code set} and what lies close around it. */
    static boolean[] main(boolean[] set, int width) {
        int reach = (int) Math.max(2, CLOSE * Math.min(width, set.length / width));
        boolean[] joined = Coverage.grown(set, width, reach);
        boolean[] result = new boolean[set.length];
        all(joined, width).stream()
                .max(Comparator.comparingInt(patch -> patch.length))
                .ifPresent(patch -> {
                    for (int i : patch) {
                        result[i] = set[i];
                    }
                });
        return result;
    }

    private static int label(boolean[] set, int width, int start, int name, int[] label, int[] queue) {
        int length = 0;
        queue[length++] = start;
        label[start] = name;
        for (int head = 0; head < length; head++) {
            for (int n : neighbours(queue[head], width, set.length)) {
                if (n >= 0 && set[n] && label[n] == 0) {
                    label[n] = name;
                    queue[length++] = n;
                }
            }
        }
        return length;
    }

    /** All patches of {@code set}, each as the indices of its pixels. */
    static List<int[]> all(boolean[] set, int width) {
        List<int[]> patches = new ArrayList<>();
        int[] label = new int[set.length];
        int[] queue = new int[set.length];
        for (int i = 0; i < set.length; i++) {
            if (set[i] && label[i] == 0) {
                int length = label(set, width, i, 1, label, queue);
                patches.add(Arrays.copyOf(queue, length));
            }
        }
        return patches;
    }

    /** What is more than {@code radius} px inside. */
    static boolean[] eroded(boolean[] set, int width, int radius) {
        return inverted(Coverage.grown(inverted(set), width, radius));
    }

    static boolean[] inverted(boolean[] set) {
        boolean[] result = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            result[i] = !set[i];
        }
        return result;
    }

    /** Left, right, above, below; -1 beyond the border. */
    static int[] neighbours(int i, int width, int length) {
        int x = i % width;
        return new int[] {x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width < length ? i + width : -1
        };
    }

    /** Carries the colours of {@code known} outwards by up to {@code distance} px, step by step. */
    static void spread(OkPlanes picture, boolean[] known, int distance) {
        boolean[] done = known.clone();
        for (int step = 0; step < distance; step++) {
            boolean[] before = done.clone();
            for (int i = 0; i < done.length; i++) {
                if (!before[i]) {
                    done[i] = takeFromNeighbours(picture, before, i);
                }
            }
        }
    }

    private static boolean takeFromNeighbours(OkPlanes picture, boolean[] known, int i) {
        float[] sum = new float[OkPlanes.COUNT];
        int count = 0;
        for (int n : neighbours(i, picture.width, known.length)) {
            if (n >= 0 && known[n]) {
                count++;
                for (int c = 0; c < sum.length; c++) {
                    sum[c] += picture.planes[c][n];
                }
            }
        }
        for (int c = 0; c < sum.length && count > 0; c++) {
            picture.planes[c][i] = sum[c] / count;
        }
        return count > 0;
    }
}
