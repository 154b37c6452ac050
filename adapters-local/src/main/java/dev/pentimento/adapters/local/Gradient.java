package dev.pentimento.adapters.local;

/**
 * A colour that changes smoothly over an area: a parabola in x and y, fitted by least squares. Free of noise, and defined also where something was
 * taken away. Mutable while pixels are added.
 */
final class Gradient {
    private static final int TERMS = 6;
    /** Fewer pixels say nothing about a gradient. */
    private static final int LEAST = 40;

    private final double[][] products = new double[TERMS][TERMS + 3];
    private final double scale;
    private final float[] low = {9, 9, 9};
    private final float[] high = {-9, -9, -9};
    private int pixels;

    /**
     * Begins without a pixel.
     *
     * @param scale the picture's longer side in px, which keeps the equations well conditioned
     */
    Gradient(double scale) {
        this.scale = scale;
    }

    void add(int x, int y, float l, float a, float b) {
        double[] terms = terms(x, y);
        float[] values = {l, a, b};
        for (int i = 0; i < TERMS; i++) {
            for (int j = 0; j < TERMS; j++) {
                products[i][j] += terms[i] * terms[j];
            }
            for (int c = 0; c < values.length; c++) {
                products[i][TERMS + c] += terms[i] * values[c];
            }
        }
        for (int c = 0; c < values.length; c++) {
            low[c] = Math.min(low[c], values[c]);
            high[c] = Math.max(high[c], values[c]);
        }
        pixels++;
    }

    /** Whether there are enough pixels to go by. */
    boolean isTelling() {
        return pixels >= LEAST;
    }

    /** The fitted colours, within the range of those that were added. */
    Fit fit() {
        double[][] solved = solve();
        return (x, y) -> {
            double[] terms = terms(x, y);
            return new Shade(value(terms, solved, 0), value(terms, solved, 1), value(terms, solved, 2));
        };
    }

    private float value(double[] terms, double[][] solved, int c) {
        double value = 0;
        for (int i = 0; i < TERMS; i++) {
            value += terms[i] * solved[i][c];
        }
        return between(value, low[c], high[c]);
    }

    private static float between(double value, float low, float high) {
        return (float) Math.max(low, Math.min(high, value));
    }

    private double[] terms(int x, int y) {
        double u = x / scale;
        double v = y / scale;
        return new double[] {1, u, v, u * u, u * v, v * v};
    }

    /** Gauss and Jordan with a little damping, so that thin areas do not swing. */
    private double[][] solve() {
        double[][] m = new double[TERMS][];
        for (int i = 0; i < TERMS; i++) {
            m[i] = products[i].clone();
            m[i][i] += i == 0 ? 0 : 1e-4 * pixels;
        }
        for (int column = 0; column < TERMS; column++) {
            pivot(m, column);
            for (int row = 0; row < TERMS; row++) {
                if (row != column) {
                    subtract(m, row, column);
                }
            }
        }
        double[][] solved = new double[TERMS][3];
        for (int i = 0; i < TERMS; i++) {
            for (int c = 0; c < 3; c++) {
                solved[i][c] = m[i][i] == 0 ? 0 : m[i][TERMS + c] / m[i][i];
            }
        }
        return solved;
    }

    private static void pivot(double[][] m, int column) {
        int best = column;
        for (int row = column + 1; row < TERMS; row++) {
            if (Math.abs(m[row][column]) > Math.abs(m[best][column])) {
                best = row;
            }
        }
        double[] swapped = m[best];
        m[best] = m[column];
        m[column] = swapped;
    }

    private static void subtract(double[][] m, int row, int column) {
        if (m[column][column] == 0) {
            return;
        }
        double share = m[row][column] / m[column][column];
        for (int k = column; k < TERMS + 3; k++) {
            m[row][k] -= share * m[column][k];
        }
    }

    /** The colour at a pixel. */
    interface Fit {
        Shade at(int x, int y);
    }
}
