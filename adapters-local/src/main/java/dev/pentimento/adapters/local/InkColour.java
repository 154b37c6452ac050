package dev.pentimento.adapters.local;

/** The colour of letters, which may change evenly across a line: in each plane a + b x + c y, fitted by least squares. */
final class InkColour {
    private static final int ENOUGH = 300;
    /** A change smaller than this over the whole line is noise. */
    private static final double VISIBLE = 0.02;

    private final double[][] surface;

    private InkColour(double[][] surface) {
        this.surface = surface;
    }

    /** Measured where {@code core} is inked through: inside strokes, or where strokes are thin on their strongest pixels. */
    static InkColour of(OkPlanes picture, OkPlanes beneath, boolean[] core) {
        boolean[] sure = inner(core, picture.width);
        if (count(sure) < ENOUGH / 10) {
            sure = strongest(picture, beneath, core);
        }
        double[][] surface = new double[OkPlanes.COUNT][];
        for (int c = 0; c < OkPlanes.COUNT; c++) {
            surface[c] = fit(picture.planes[c], sure, picture.width);
        }
        return new InkColour(surface);
    }

    int argb(double x, double y) {
        float[] colour = new float[OkPlanes.COUNT];
        for (int c = 0; c < colour.length; c++) {
            colour[c] = (float) (surface[c][0] + surface[c][1] * x + surface[c][2] * y);
        }
        return OkPlanes.argbOf(colour);
    }

    private static boolean[] inner(boolean[] core, int width) {
        boolean[] outside = new boolean[core.length];
        for (int i = 0; i < core.length; i++) {
            outside[i] = !core[i];
        }
        boolean[] grown = Coverage.grown(outside, width, 1);
        for (int i = 0; i < core.length; i++) {
            grown[i] = !grown[i];
        }
        return grown;
    }

    private static boolean[] strongest(OkPlanes picture, OkPlanes beneath, boolean[] core) {
        double most = 0;
        for (int i = 0; i < core.length; i++) {
            most = core[i] ? Math.max(most, picture.distance(i, beneath.colour(i))) : most;
        }
        boolean[] strong = new boolean[core.length];
        for (int i = 0; i < core.length; i++) {
            strong[i] = core[i] && picture.distance(i, beneath.colour(i)) > 0.8 * most;
        }
        return strong;
    }

    private static int count(boolean[] set) {
        int count = 0;
        for (boolean value : set) {
            count += value ? 1 : 0;
        }
        return count;
    }

    private static double[] fit(float[] plane, boolean[] sure, int width) {
        double n = 0;
        double meanX = 0;
        double meanY = 0;
        double mean = 0;
        for (int i = 0; i < sure.length; i++) {
            if (sure[i]) {
                n++;
                meanX += i % width;
                meanY += rowOf(i, width);
                mean += plane[i];
            }
        }
        if (n == 0) {
            return new double[3];
        }
        meanX /= n;
        meanY /= n;
        mean /= n;
        double[] tilt = n < ENOUGH ? new double[2] : tilt(plane, sure, width, meanX, meanY, mean);
        double change = Math.abs(tilt[0]) * width + Math.abs(tilt[1]) * sure.length / width;
        if (change < VISIBLE) {
            return new double[] {mean, 0, 0};
        }
        return new double[] {mean - tilt[0] * meanX - tilt[1] * meanY, tilt[0], tilt[1]};
    }

    private static int rowOf(int i, int width) {
        return i / width;
    }

    private static double[] tilt(float[] plane, boolean[] sure, int width, double meanX, double meanY, double mean) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double xv = 0;
        double yv = 0;
        for (int i = 0; i < sure.length; i++) {
            if (sure[i]) {
                double x = i % width - meanX;
                double y = rowOf(i, width) - meanY;
                double v = plane[i] - mean;
                xx += x * x;
                xy += x * y;
                yy += y * y;
                xv += x * v;
                yv += y * v;
            }
        }
        double determinant = xx * yy - xy * xy;
        if (determinant < 1e-6) {
            return new double[2];
        }
        return new double[] {(xv * yy - yv * xy) / determinant, (yv * xx - xv * xy) / determinant};
    }
}
