package dev.pentimento.adapters.local;

/** How far letters lean. */
final class Slant {
    private static final double STEEPEST = 0.48;
    private static final double STEP = 0.04;
    /** Letters stand upright unless leaning explains them this many times better: v and w have no stems that could tell. */
    private static final double CLEARLY = 1.08;

    private Slant() {}

    /** By how many px {@code ink} leans to the right for each px up; with the right slant undone, stems fill few columns. */
    static double of(boolean[] ink, int width) {
        double best = 0;
        double most = CLEARLY * stems(ink, width, 0);
        for (double slant = -STEEPEST; slant <= STEEPEST; slant += STEP) {
            double stems = stems(ink, width, slant);
            if (stems > most) {
                most = stems;
                best = slant;
            }
        }
        return best;
    }

    /** The column of a pixel once the slant is undone. */
    static double column(int i, int width, double slant) {
        int row = i / width;
        return i % width + slant * row;
    }

    private static double stems(boolean[] ink, int width, double slant) {
        int rows = ink.length / width;
        int lean = (int) Math.ceil(STEEPEST * rows) + 1;
        double[] columns = new double[width + 2 * lean];
        for (int i = 0; i < ink.length; i++) {
            if (ink[i]) {
                columns[lean + (int) Math.round(column(i, width, slant))]++;
            }
        }
        double sum = 0;
        for (double column : columns) {
            sum += column * column;
        }
        return sum;
    }
}
