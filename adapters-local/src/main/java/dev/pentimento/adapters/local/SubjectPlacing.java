package dev.pentimento.adapters.local;

import java.util.Random;

/** A cut-out subject on its way into another picture. */
final class SubjectPlacing {
    private static final float[] MOST_SHIFT = {0.07f, 0.012f, 0.022f};
    private static final long SEED = 7;

    private final OkPlanes subject;
    private final Box ink;

    /** @param ink where in {@code subject} it lies */
    SubjectPlacing(OkPlanes subject, Box ink) {
        this.subject = subject;
        this.ink = ink;
    }

    /**
     * Leans the colours towards a scene.
     *
     * @param share 0..1 of the way from {@code own} to {@code scene}, of which only a little is ever taken
     */
    SubjectPlacing leanedTowards(float[] scene, float[] own, double share) {
        OkPlanes result = subject.copy();
        for (int c = 0; c < 3; c++) {
            float shift = (float) share * (scene[c] - own[c]);
            float limited = Math.max(-MOST_SHIFT[c], Math.min(MOST_SHIFT[c], shift));
            for (int i = 0; i < result.planes[c].length; i++) {
                result.planes[c][i] += limited * result.planes[3][i];
            }
        }
        return new SubjectPlacing(result, ink);
    }

    /** Drawn at the size of a scene, as large as fits into {@code place}, standing on its lower edge in its middle. */
    OkPlanes standingIn(Box place, int width, int height, double size, boolean mirrored) {
        double scale = size * Math.min((double) place.width() / ink.width(), (double) place.height() / ink.height());
        double left = place.centreX() - ink.width() * scale / 2;
        double top = place.bottom() - ink.height() * scale;
        OkPlanes result = new OkPlanes(width, height);
        int samples = (int) Math.max(1, Math.ceil(1 / scale));
        for (int y = Math.max(0, (int) top - 2); y < Math.min(height, place.bottom() + 2); y++) {
            for (int x = Math.max(0, (int) left - 2); x < Math.min(width, left + ink.width() * scale + 2); x++) {
                double u = (x - left) / scale;
                double v = (y - top) / scale;
                sample(result, y * width + x, mirrored ? ink.width() - u - 1 / scale : u, v, 1 / scale, samples);
            }
        }
        return result;
    }

    private void sample(OkPlanes result, int i, double u, double v, double cell, int samples) {
        for (int s = 0; s < samples; s++) {
            for (int t = 0; t < samples; t++) {
                double x = ink.left() + u + (s + 0.5) * cell / samples;
                double y = ink.top() + v + (t + 0.5) * cell / samples;
                add(result, i, x - 0.5, y - 0.5, 1f / (samples * samples));
            }
        }
    }

    private void add(OkPlanes result, int i, double x, double y, float share) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float fx = (float) (x - left);
        float fy = (float) (y - top);
        addPixel(result, i, left, top, share * (1 - fx) * (1 - fy));
        addPixel(result, i, left + 1, top, share * fx * (1 - fy));
        addPixel(result, i, left, top + 1, share * (1 - fx) * fy);
        addPixel(result, i, left + 1, top + 1, share * fx * fy);
    }

    private void addPixel(OkPlanes result, int i, int x, int y, float share) {
        if (x < 0 || y < 0 || x >= subject.width || y >= subject.height) {
            return;
        }
        for (int c = 0; c < OkPlanes.COUNT; c++) {
            result.planes[c][i] += share * subject.planes[c][y * subject.width + x];
        }
    }

    /** Gives a placed subject the grain of its scene; {@code deviation} of lightness. */
    static void addGrain(OkPlanes placed, float deviation) {
        Random random = new Random(SEED);
        for (int i = 0; i < placed.planes[0].length; i++) {
            placed.planes[0][i] += (float) random.nextGaussian() * deviation * placed.planes[3][i];
        }
    }
}
