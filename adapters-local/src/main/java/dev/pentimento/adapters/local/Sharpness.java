package dev.pentimento.adapters.local;

import java.util.Arrays;

/** How sharp the edges of a map are. */
final class Sharpness {
    /** The sigma in px that differences over two px find in letters drawn with soft edges and no blur. */
    private static final double FRESHLY_DRAWN = 0.85;

    private static final double LEAST = 0.35;
    private static final double MOST = 4;

    private Sharpness() {}

    /** The Gaussian blur, as sigma in px, that a freshly drawn map needs to look alike: the steepest slope across an edge is 1 / (sigma sqrt 2 pi). */
    static double blurOf(Coverage ink) {
        double[] slopes = new double[ink.values.length];
        int count = 0;
        for (int y = 1; y < ink.height - 1; y++) {
            for (int x = 1; x < ink.width - 1; x++) {
                double slope = Math.hypot(
                        (ink.pixel(x + 1, y) - ink.pixel(x - 1, y)) / 2,
                        (ink.pixel(x, y + 1) - ink.pixel(x, y - 1)) / 2);
                if (slope > 0.05) {
                    slopes[count++] = slope;
                }
            }
        }
        if (count == 0) {
            return 0;
        }
        Arrays.sort(slopes, 0, count);
        double steepest = slopes[(int) (0.85 * (count - 1))];
        double sigma = 1 / (steepest * Math.sqrt(2 * Math.PI));
        double blur = Math.sqrt(Math.max(0, sigma * sigma - FRESHLY_DRAWN * FRESHLY_DRAWN));
        return blur < LEAST ? 0 : Math.min(MOST, blur);
    }
}
