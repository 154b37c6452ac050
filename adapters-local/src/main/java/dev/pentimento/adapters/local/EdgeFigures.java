package dev.pentimento.adapters.local;

import java.util.Arrays;

/**
 * The edges of a picture.
 *
 * @param detail share of pixels on edges, 0..1, in the picture at most 256 px long: edge density, which goes with the impression of clutter (Rosenholtz,
 *     Li and Nakano, "Measuring visual clutter", 2007)
 * @param blur of the sharper edges, as sigma in px of a Gaussian: the steepest slope across an edge of height 1 is 1 / (sigma sqrt 2 pi);
 *     {@link Double#NaN} without edges
 */
record EdgeFigures(double detail, double blur) {
    /** A change of lightness across two pixels that is seen as an edge. */
    private static final double EDGE = 0.08;
    /** An edge is looked at over so many pixels. */
    private static final int WINDOW = 9;

    private static final double HIGH = 0.1;
    private static final double SHARPER = 0.8;
    /** Sharpness is measured in the middle of the picture, up to this many pixels a side. */
    private static final int FIELD = 1024;

    private static final int FEWEST = 12;
    private static final int[] FACTORS = {1, 2, 4, 8, 16};

    static EdgeFigures of(LabImage whole, LabImage small) {
        return new EdgeFigures(detail(small), blurInAnySize(whole));
    }

    /** Soft transitions show as edges only in a smaller picture. */
    private static double blurInAnySize(LabImage whole) {
        for (int factor : FACTORS) {
            double blur = blur(Resampling.reduced(whole, factor));
            if (!Double.isNaN(blur)) {
                return blur * factor;
            }
        }
        return Double.NaN;
    }

    /** By Sobel's operator, with a sum of weights of 1 on each side. */
    private static double detail(LabImage image) {
        int edges = 0;
        for (int y = 1; y < image.height - 1; y++) {
            for (int x = 1; x < image.width - 1; x++) {
                edges += Sobel.slope(image.l, image.width, y * image.width + x) > EDGE ? 1 : 0;
            }
        }
        return (double) edges / image.l.length;
    }

    private static double blur(LabImage image) {
        Box whole = Box.ofSize(image.width, image.height);
        Box field = whole.grown(-Math.max(0, (image.width - FIELD) / 2), -Math.max(0, (image.height - FIELD) / 2));
        double[] steepness = new double[2 * field.area() / WINDOW + 2];
        int count = 0;
        for (int y = field.top(); y < field.bottom(); y++) {
            for (int x = field.left(); x < field.right(); x++) {
                int i = y * image.width + x;
                if (x % WINDOW == 0 && x + WINDOW <= field.right()) {
                    count = add(steepness, count, steepness(image, i, 1));
                }
                if (y % WINDOW == 0 && y + WINDOW <= field.bottom()) {
                    count = add(steepness, count, steepness(image, i, image.width));
                }
            }
        }
        if (count < FEWEST) {
            return Double.NaN;
        }
        Arrays.sort(steepness, 0, count);
        return 1 / (steepness[(int) (SHARPER * (count - 1))] * Math.sqrt(2 * Math.PI));
    }

    private static int add(double[] steepness, int count, double steep) {
        if (steep == 0) {
            return count;
        }
        steepness[count] = steep;
        return count + 1;
    }

    /** The greatest step between neighbours over the height of the edge; 0 where there is none. */
    private static double steepness(LabImage image, int start, int step) {
        float least = image.l[start];
        float most = least;
        float greatest = 0;
        for (int k = 1; k < WINDOW; k++) {
            float here = image.l[start + k * step];
            least = Math.min(least, here);
            most = Math.max(most, here);
            greatest = Math.max(greatest, Math.abs(here - image.l[start + (k - 1) * step]));
        }
        return most - least < HIGH ? 0 : greatest / (most - least);
    }
}
