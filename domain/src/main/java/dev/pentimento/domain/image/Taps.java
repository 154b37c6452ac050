package dev.pentimento.domain.image;

/** From which pixels of a row or column each pixel of its new version is mixed, and by which shares, which add up to 1. */
final class Taps {
    private final int[] first;
    private final float[][] weights;
    private final int last;

    private Taps(int[] first, float[][] weights, int last) {
        this.first = first;
        this.weights = weights;
        this.last = last;
    }

    /**
     * Taps of the stretch of {@code length} px that begins at {@code from}.
     *
     * @param count how many px it gets
     * @param limit how many px there are
     */
    static Taps of(double from, double length, int count, int limit) {
        double step = length / count;
        Taps taps = new Taps(new int[count], new float[count][], limit - 1);
        for (int i = 0; i < count; i++) {
            double begin = from + i * step;
            if (step > 1) {
                taps.average(i, begin, begin + step);
            } else {
                taps.curve(i, begin + step / 2 - 0.5);
            }
        }
        return taps;
    }

    int length() {
        return first.length;
    }

    int count(int i) {
        return weights[i].length;
    }

    int source(int i, int tap) {
        return Math.max(0, Math.min(last, first[i] + tap));
    }

    float weight(int i, int tap) {
        return weights[i][tap];
    }

    private void average(int i, double begin, double end) {
        int start = (int) Math.floor(begin);
        int stop = Math.max(start + 1, (int) Math.ceil(end));
        float[] shares = new float[stop - start];
        for (int k = 0; k < shares.length; k++) {
            double overlap = Math.min(end, start + k + 1) - Math.max(begin, start + k);
            shares[k] = (float) (overlap / (end - begin));
        }
        first[i] = start;
        weights[i] = shares;
    }

    private void curve(int i, double centre) {
        int before = (int) Math.floor(centre);
        double t = centre - before;
        first[i] = before - 1;
        weights[i] = new float[] {cubic(1 + t), cubic(t), cubic(1 - t), cubic(2 - t)};
    }

    /** Catmull-Rom at a distance of 0..2 px. */
    private static float cubic(double x) {
        return (float) (x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2);
    }
}
