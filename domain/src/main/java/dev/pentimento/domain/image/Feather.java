package dev.pentimento.domain.image;

import java.util.Arrays;

/**
 * Softens the edge of a mask towards its inside, so that nothing outside the shapes is ever touched.
 *
 * <p>A pixel's coverage grows linearly with its distance in px to the nearest pixel outside. The distances are the exact Euclidean ones
 * of Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions" (2012): one pass along columns, one along rows. The image's own
 * border is no edge of the mask.
 */
final class Feather {
    private static final double FAR = 1e20;

    private Feather() {}

    static Mask inside(Mask mask, int width) {
        double[] squared = squaredDistances(mask);
        byte[] values = mask.values();
        byte[] soft = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            double share = Math.min(1, Math.sqrt(squared[i]) / (width + 1));
            soft[i] = (byte) Math.round((values[i] & 0xff) * share);
        }
        return Mask.adopt(mask.size(), soft);
    }

    private static double[] squaredDistances(Mask mask) {
        int width = mask.size().width();
        int height = mask.size().height();
        byte[] values = mask.values();
        double[] grid = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            grid[i] = values[i] == 0 ? 0 : FAR;
        }
        Line column = new Line(height);
        for (int x = 0; x < width; x++) {
            column.transform(grid, x, width);
        }
        Line row = new Line(width);
        for (int y = 0; y < height; y++) {
            row.transform(grid, y * width, 1);
        }
        return grid;
    }

    /** The one-dimensional transform: the lower envelope of parabolas rooted at every sample. */
    private static final class Line {
        private final int length;
        private final double[] samples;
        private final int[] roots;
        private final double[] borders;

        Line(int length) {
            this.length = length;
            this.samples = new double[length];
            this.roots = new int[length];
            this.borders = new double[length + 1];
        }

        void transform(double[] grid, int start, int step) {
            for (int i = 0; i < length; i++) {
                samples[i] = grid[start + i * step];
            }
            buildEnvelope();
            int k = 0;
            for (int i = 0; i < length; i++) {
                while (borders[k + 1] < i) {
                    k++;
                }
                double away = i - roots[k];
                grid[start + i * step] = Math.min(FAR, away * away + samples[roots[k]]);
            }
        }

        private void buildEnvelope() {
            Arrays.fill(borders, Double.POSITIVE_INFINITY);
            borders[0] = Double.NEGATIVE_INFINITY;
            roots[0] = 0;
            int k = 0;
            for (int i = 1; i < length; i++) {
                double border = crossing(roots[k], i);
                while (border <= borders[k]) {
                    k--;
                    border = crossing(roots[k], i);
                }
                k++;
                roots[k] = i;
                borders[k] = border;
                borders[k + 1] = Double.POSITIVE_INFINITY;
            }
        }

        private double crossing(int left, int right) {
            double rise = samples[right] + (double) right * right - samples[left] - (double) left * left;
            return rise / (2.0 * (right - left));
        }
    }
}
