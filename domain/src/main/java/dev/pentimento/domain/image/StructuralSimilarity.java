package dev.pentimento.domain.image;

/**
 * SSIM after Wang, Bovik, Sheikh and Simoncelli (2004) with K1 = 0.01 and K2 = 0.03, averaged over 8x8 px windows every 4 px of the luma over
 * white. Pictures smaller than a window are one window.
 */
final class StructuralSimilarity {
    private static final int WINDOW = 8;
    private static final int STEP = 4;
    private static final double C1 = 0.01 * 255 * 0.01 * 255;
    private static final double C2 = 0.03 * 255 * 0.03 * 255;

    private StructuralSimilarity() {}

    static double of(Raster a, Raster b) {
        int windowWidth = Math.min(WINDOW, a.width());
        int windowHeight = Math.min(WINDOW, a.height());
        double sum = 0;
        long windows = 0;
        for (int y = 0; y + windowHeight <= a.height(); y += STEP) {
            for (int x = 0; x + windowWidth <= a.width(); x += STEP) {
                sum += ofWindow(a, b, x, y, windowWidth, windowHeight);
                windows++;
            }
        }
        return sum / windows;
    }

    private static double ofWindow(Raster a, Raster b, int left, int top, int width, int height) {
        double sumA = 0;
        double sumB = 0;
        double sumAA = 0;
        double sumBB = 0;
        double sumAB = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                double lumaA = luma(a.argb(x, y));
                double lumaB = luma(b.argb(x, y));
                sumA += lumaA;
                sumB += lumaB;
                sumAA += lumaA * lumaA;
                sumBB += lumaB * lumaB;
                sumAB += lumaA * lumaB;
            }
        }
        double n = (double) width * height;
        double meanA = sumA / n;
        double meanB = sumB / n;
        double varianceA = sumAA / n - meanA * meanA;
        double varianceB = sumBB / n - meanB * meanB;
        double covariance = sumAB / n - meanA * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }

    /** ITU-R BT.601 luma 0..255 of a pixel laid over white. */
    private static double luma(int argb) {
        double alpha = (argb >>> 24) / 255.0;
        double luma = 0.299 * (argb >> 16 & 0xff) + 0.587 * (argb >> 8 & 0xff) + 0.114 * (argb & 0xff);
        return alpha * luma + (1 - alpha) * 255;
    }
}
