package dev.pentimento.adapters.local;

import java.util.Arrays;

/** The colours along the border of a picture, which most likely are its background's. */
final class BorderColours {
    private static final int CLUSTERS = 10;
    private static final int ROUNDS = 8;
    private static final double BAND = 0.025;
    /** A background in shade is the same background: being darker counts this much of being otherwise different. */
    private static final float SHADE = 0.4f;

    private static final double MOST_OF_BORDER = 0.95;

    private final OkPlanes picture;
    private final int[] band;
    private final float[][] centres;

    private BorderColours(OkPlanes picture, int[] band) {
        this.picture = picture;
        this.band = band;
        this.centres = new float[CLUSTERS][];
        start();
        for (int round = 0; round < ROUNDS; round++) {
            improve();
        }
    }

    static BorderColours of(OkPlanes picture) {
        int depth = (int) Math.max(2, BAND * Math.min(picture.width, picture.height));
        Box inner = Box.ofSize(picture.width, picture.height).grown(-depth);
        int[] band = new int[picture.width * picture.height];
        int count = 0;
        for (int i = 0; i < band.length; i++) {
            if (!inner.contains(i % picture.width, i / picture.width)) {
                band[count++] = i;
            }
        }
        return new BorderColours(picture, Arrays.copyOf(band, count));
    }

    /** Each new centre is the colour farthest from those before. */
    private void start() {
        centres[0] = picture.colour(band[0]);
        float[] nearest = new float[band.length];
        Arrays.fill(nearest, Float.MAX_VALUE);
        for (int c = 1; c < CLUSTERS; c++) {
            int farthest = 0;
            for (int k = 0; k < band.length; k++) {
                nearest[k] = Math.min(nearest[k], picture.distance(band[k], centres[c - 1]));
                farthest = nearest[k] > nearest[farthest] ? k : farthest;
            }
            centres[c] = picture.colour(band[farthest]);
        }
    }

    private void improve() {
        float[][] sums = new float[CLUSTERS][OkPlanes.COUNT];
        int[] counts = new int[CLUSTERS];
        for (int i : band) {
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

    /** How far a pixel's colour is from the nearest of the border's; shade counts little. */
    float distance(int i) {
        float least = Float.MAX_VALUE;
        for (float[] centre : centres) {
            least = Math.min(least, shaded(i, centre));
        }
        return least;
    }

    private float shaded(int i, float[] centre) {
        float light = picture.planes[0][i] - centre[0];
        float a = picture.planes[1][i] - centre[1];
        float b = picture.planes[2][i] - centre[2];
        float weighted = light < 0 ? light * SHADE : light;
        return (float) Math.sqrt(weighted * weighted + a * a + b * b);
    }

    /** The distance that nearly all of the border keeps. */
    float spread() {
        double[] distances =
                Arrays.stream(band).mapToDouble(this::distance).sorted().toArray();
        return (float) distances[(int) (MOST_OF_BORDER * (distances.length - 1))];
    }
}
