package dev.pentimento.adapters.local;

/**
 * A colour that changes smoothly over an area: a parabola in x and y, fitted by least squares. Free of noise, and defined also where something was
 * taken away. Mutable while pixels are added.
 */
final class Gradient {
    private static final int TERMS = 6;
    /** Fewer pixels say nothing about a gradient. */
    private static final int LEAST = 200;

    private final double[][] products = new double[TERMS][TERMS + 3];
    private final double scale;
    private int pixels;
    private Shade low = new Shade(9, 9, 9);
    private Shade high = new Shade(-9, -9, -9);

    /**
     * Begins without a pixel.
     *
     * @param scale the picture's longer side in px, which keeps the equations well conditioned
     */
    Gradient(double scale) {
        this.scale = scale;
    }

    void add(int x, int y, Shade shade) {
        double[] terms = terms(x, y);
        for (int i = 0; i < TERMS; i++) {
            for (int j = 0; j < TERMS; j++) {
                products[i][j] += terms[i] * terms[j];
            }
            products[i][TERMS] += terms[i] * shade.l();
            products[i][TERMS + 1] += terms[i] * shade.a();
            products[i][TERMS + 2] += terms[i] * shade.b();
        }
        pixels++;
        low = new Shade(Math.min(low.l(), shade.l()), Math.min(low.a(), shade.a()), Math.min(low.b(), shade.b()));
        high = new Shade(Math.max(high.l(), shade.l()), Math.max(high.a(), shade.a()), Math.max(high.b(), shade.b()));
    }

    /** The fitted colours; one and the same everywhere where there is too little to go by. */
    Fit fit(Shade otherwise) {
        if (pixels < LEAST) {
            return (x, y) -> otherwise;
        }
        double[][] solved = solve();
        return (x, y) -> {
            double[] terms = terms(x, y);
            double[] value = new double[3];
            for (int i = 0; i < TERMS; i++) {
                for (int c = 0; c < 3; c++) {
                    value[c] += terms[i] * solved[i][c];
                }
            }
            return new Shade(
                    between(value[0], low.l(), high.l()),
                    between(value[1], low.a(), high.a()),
                    between(value[2], low.b(), high.b()));
        };
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
