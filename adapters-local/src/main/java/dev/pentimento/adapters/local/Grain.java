package dev.pentimento.adapters.local;

import java.util.Arrays;

/** Gives filled holes the grain of their surroundings, so that a smooth fill does not show in a photograph. */
final class Grain {
    private static final int RADIUS = 2;
    /** Anything stronger than this many standard deviations is drawing, not grain. */
    private static final float STRONGEST = 2.5f;

    private static final float INVISIBLE = 0.0015f;

    private final OkPlanes picture;
    private final boolean[] hole;

    private Grain(OkPlanes picture, boolean[] hole) {
        this.picture = picture;
        this.hole = hole;
    }

    /** Adds to the filled pixels of {@code hole} the fine detail found at one distance from it; changes nothing in a picture without grain. */
    static void add(OkPlanes picture, boolean[] hole) {
        new Grain(picture, hole).add();
    }

    /** Standard deviation of lightness from pixel to pixel, outside {@code hole}; 0 in a picture without grain. */
    static float deviation(OkPlanes picture, boolean[] hole) {
        float deviation = deviation(new Grain(picture, hole).detail(picture.planes[0]));
        return deviation < INVISIBLE ? 0 : deviation;
    }

    private void add() {
        float[][] detail = new float[3][];
        for (int c = 0; c < 3; c++) {
            detail[c] = detail(picture.planes[c]);
        }
        if (deviation(detail[0]) < INVISIBLE) {
            return;
        }
        for (float[] plane : detail) {
            limit(plane, STRONGEST * deviation(plane));
        }
        int[] distances = distances();
        for (int i = 0; i < hole.length; i++) {
            int source = hole[i] ? source(i, distances) : -1;
            for (int c = 0; c < 3 && source >= 0; c++) {
                picture.planes[c][i] += detail[c][source];
            }
        }
    }

    /** What is left of the known pixels when the mean of their known neighbours is taken away. */
    private float[] detail(float[] plane) {
        float[] result = new float[plane.length];
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                int i = y * picture.width + x;
                result[i] = hole[i] ? Float.NaN : plane[i] - localMean(plane, x, y);
            }
        }
        return result;
    }

    private float localMean(float[] plane, int x, int y) {
        float sum = 0;
        int count = 0;
        for (int v = Math.max(0, y - RADIUS); v <= Math.min(picture.height - 1, y + RADIUS); v++) {
            for (int u = Math.max(0, x - RADIUS); u <= Math.min(picture.width - 1, x + RADIUS); u++) {
                int i = v * picture.width + u;
                if (!hole[i]) {
                    sum += plane[i];
                    count++;
                }
            }
        }
        return sum / count;
    }

    /** Standard deviation by the median of absolute values, which edges do not disturb; 1.4826 is the factor for a normal distribution. */
    private static float deviation(float[] detail) {
        float[] sizes = new float[detail.length];
        int count = 0;
        for (float value : detail) {
            if (!Float.isNaN(value)) {
                sizes[count++] = Math.abs(value);
            }
        }
        Arrays.sort(sizes, 0, count);
        return count == 0 ? 0 : 1.4826f * sizes[count / 2];
    }

    private static void limit(float[] plane, float most) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Float.isNaN(plane[i]) ? 0 : Math.max(-most, Math.min(most, plane[i]));
        }
    }

    /** Offsets to look at, in one fixed order: near ones first, and never close enough to be seen as a repetition. */
    private int[] distances() {
        int step = Math.max(7, Math.min(picture.width, picture.height) / 9);
        return new int[] {
            step,
            -step,
            step * picture.width,
            -step * picture.width,
            2 * step,
            -2 * step,
            3 * step,
            -3 * step,
            5 * step,
            -5 * step
        };
    }

    private int source(int i, int[] distances) {
        for (int distance : distances) {
            int source = i + distance;
            boolean sameRow = Math.abs(distance) >= picture.width || source / picture.width == i / picture.width;
            if (source >= 0 && source < hole.length && sameRow && !hole[source]) {
                return source;
            }
        }
        return -1;
    }
}
