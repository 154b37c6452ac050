package dev.pentimento.adapters.local;

import java.util.Arrays;

/**
 * Fills holes with the smoothest surface that fits their rim: the solution of Laplace's equation, so that gradients run on through a hole.
 *
 * <p>Coarse grids find the broad shape, finer ones relax it (successive over-relaxation); the picture's own border is no rim.
 */
final class HarmonicFill {
    private static final int SWEEPS = 40;
    private static final float OVER_RELAXATION = 1.5f;

    private final int width;
    private final int height;
    private final boolean[] hole;

    private HarmonicFill(int width, int height, boolean[] hole) {
        this.width = width;
        this.height = height;
        this.hole = hole;
    }

    /** Overwrites the pixels of {@code hole}. */
    static void fill(OkPlanes picture, boolean[] hole) {
        new HarmonicFill(picture.width, picture.height, hole).solve(picture.planes);
    }

    private void solve(float[][] planes) {
        if (isWholeOrEmpty()) {
            return;
        }
        if (width > 2 || height > 2) {
            HarmonicFill coarse = coarser();
            float[][] small = coarse.averages(this, planes);
            coarse.solve(small);
            startFrom(coarse, small, planes);
        }
        for (float[] plane : planes) {
            relax(plane);
        }
    }

    private boolean isWholeOrEmpty() {
        int count = 0;
        for (boolean missing : hole) {
            count += missing ? 1 : 0;
        }
        return count == 0 || count == hole.length;
    }

    private HarmonicFill coarser() {
        int columns = (width + 1) / 2;
        int rows = (height + 1) / 2;
        boolean[] missing = new boolean[columns * rows];
        Arrays.fill(missing, true);
        for (int i = 0; i < hole.length; i++) {
            if (!hole[i]) {
                missing[(i / width / 2) * columns + (i % width) / 2] = false;
            }
        }
        return new HarmonicFill(columns, rows, missing);
    }

    private float[][] averages(HarmonicFill fine, float[][] planes) {
        float[][] small = new float[planes.length][width * height];
        int[] counts = new int[width * height];
        for (int i = 0; i < fine.hole.length; i++) {
            if (!fine.hole[i]) {
                int cell = (i / fine.width / 2) * width + (i % fine.width) / 2;
                counts[cell]++;
                for (int c = 0; c < planes.length; c++) {
                    small[c][cell] += planes[c][i];
                }
            }
        }
        for (float[] plane : small) {
            for (int cell = 0; cell < counts.length; cell++) {
                plane[cell] /= Math.max(1, counts[cell]);
            }
        }
        return small;
    }

    private void startFrom(HarmonicFill coarse, float[][] small, float[][] planes) {
        for (int i = 0; i < hole.length; i++) {
            if (hole[i]) {
                int row = i / width;
                float x = (i - row * width - 0.5f) / 2;
                float y = (row - 0.5f) / 2;
                for (int c = 0; c < planes.length; c++) {
                    planes[c][i] = coarse.between(small[c], x, y);
                }
            }
        }
    }

    private float between(float[] plane, float x, float y) {
        float cx = Math.max(0, Math.min(width - 1, x));
        float cy = Math.max(0, Math.min(height - 1, y));
        int left = (int) cx;
        int top = (int) cy;
        int right = Math.min(width - 1, left + 1);
        int bottom = Math.min(height - 1, top + 1);
        float fx = cx - left;
        float fy = cy - top;
        float upper = plane[top * width + left] * (1 - fx) + plane[top * width + right] * fx;
        float lower = plane[bottom * width + left] * (1 - fx) + plane[bottom * width + right] * fx;
        return upper * (1 - fy) + lower * fy;
    }

    private void relax(float[] plane) {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int i = y * width + x;
                    if (hole[i]) {
                        plane[i] += OVER_RELAXATION * (mean(plane, x, y) - plane[i]);
                    }
                }
            }
        }
    }

    private float mean(float[] plane, int x, int y) {
        int i = y * width + x;
        float left = x > 0 ? plane[i - 1] : plane[i];
        float right = x < width - 1 ? plane[i + 1] : plane[i];
        float above = y > 0 ? plane[i - width] : plane[i];
        float below = y < height - 1 ? plane[i + width] : plane[i];
        return (left + right + above + below) / 4;
    }
}
