package dev.pentimento.adapters.local;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The colours of a part of a picture, as a few typical ones. */
final class ColourModel {
    private static final int CLUSTERS = 10;
    private static final int ROUNDS = 8;
    /** A background in shade is the same background: being darker counts this much of being otherwise different. */
    private static final float SHADE = 0.1f;

    /** Noise is not lightened more than this. */
    private static final float DARKEST = 0.45f;

    private static final double NEARLY_ALL = 0.95;

    private final OkPlanes picture;
    private final int[] pixels;
    private final float[][] centres;

    private ColourModel(OkPlanes picture, int[] pixels) {
        this.picture = picture;
        this.pixels = pixels;
        this.centres = new float[CLUSTERS][];
        start();
        for (int round = 0; round < ROUNDS; round++) {
            improve();
        }
    }

    /** Learns from the pixels of {@code set}, of which there must be one at least. */
    static ColourModel of(OkPlanes picture, boolean[] set) {
        int[] pixels = IntStream.range(0, set.length).filter(i -> set[i]).toArray();
        return new ColourModel(picture, pixels);
    }

    /** Each new centre is the colour farthest from those before. */
    private void start() {
        centres[0] = picture.colour(pixels[0]);
        float[] nearest = new float[pixels.length];
        Arrays.fill(nearest, Float.MAX_VALUE);
        for (int c = 1; c < CLUSTERS; c++) {
            int farthest = 0;
            for (int k = 0; k < pixels.length; k++) {
                nearest[k] = Math.min(nearest[k], picture.distance(pixels[k], centres[c - 1]));
                farthest = nearest[k] > nearest[farthest] ? k : farthest;
            }
            centres[c] = picture.colour(pixels[farthest]);
        }
    }

    private void improve() {
        float[][] sums = new float[CLUSTERS][OkPlanes.COUNT];
        int[] counts = new int[CLUSTERS];
        for (int i : pixels) {
            int nearest = nearest(i);
            counts[nearest]++;
            for (int c = 0; c < OkPlanes.COUNT; c++) {
                sums[nearest][c] += picture.planes[c][i];
            }
        }
        for (int k = 0; k < CLUSTERS; k++) {
            for (int c = 0; c < OkPlanes.COUNT && counts[k] > 0; c++) {
                centres[k][c] = sums[k][c] / counts[k];
            }
        }
    }

    private int nearest(int i) {
        int best = 0;
        for (int k = 1; k < CLUSTERS; k++) {
            best = picture.distance(i, centres[k]) < picture.distance(i, centres[best]) ? k : best;
        }
        return best;
    }

    /** How far a pixel's colour is from the nearest typical one; being in its shade counts little. */
    float distance(int i) {
        float least = Float.MAX_VALUE;
        for (float[] centre : centres) {
            least = Math.min(least, shaded(i, centre));
        }
        return least;
    }

    /** Shade multiplies linear light by one factor, and so all of OKLab by its cube root: we undo it before we compare, and count it a little. */
    private float shaded(int i, float[] centre) {
        float along = 0;
        float length = 0;
        for (int c = 0; c < 3; c++) {
            along += picture.planes[c][i] * centre[c];
            length += centre[c] * centre[c];
        }
        float factor = length == 0 ? 1 : Math.min(1, along / length);
        float aside = 0;
        for (int c = 0; c < 3; c++) {
            float off = picture.planes[c][i] - factor * centre[c];
            aside += off * off;
        }
        float lightened = Math.max(DARKEST, factor);
        return (float)
                Math.sqrt(aside / (lightened * lightened) + SHADE * SHADE * (1 - factor) * (1 - factor) * length);
    }

    /** The distance that nearly all pixels learnt from keep. */
    float spread() {
        double[] distances =
                Arrays.stream(pixels).mapToDouble(this::distance).sorted().toArray();
        return (float) distances[(int) (NEARLY_ALL * (distances.length - 1))];
    }
}
