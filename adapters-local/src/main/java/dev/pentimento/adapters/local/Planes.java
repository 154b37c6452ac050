package dev.pentimento.adapters.local;

/** Passes over single planes of a picture. */
final class Planes {
    private static final int STRIP = 64;

    private Planes() {}

    /** Nearly a Gaussian: three box blurs (Wells, "Efficient synthesis of Gaussian filters by cascaded uniform filters", 1986). */
    static float[] blur(float[] plane, int width, int height, float sigma) {
        int radius = Math.max(1, Math.round((float) Math.sqrt(4 * sigma * sigma + 1) / 2 - 0.5f));
        float[] current = plane;
        for (int pass = 0; pass < 3; pass++) {
            current = box(current, width, height, radius);
        }
        return current;
    }

    /** The mean over the square of {@code 2 radius + 1} px; beyond the border the border goes on. */
    static float[] box(float[] plane, int width, int height, int radius) {
        float[] across = new float[plane.length];
        Rows.each(height, y -> boxRow(plane, across, y * width, width, radius));
        float[] result = new float[plane.length];
        int strips = (width + STRIP - 1) / STRIP;
        Rows.each(
                strips,
                strip -> boxColumns(
                        across, result, strip * STRIP, Math.min(width, (strip + 1) * STRIP), width, height, radius));
        return result;
    }

    private static void boxRow(float[] from, float[] to, int start, int width, int radius) {
        double sum = 0;
        for (int x = -radius; x <= radius; x++) {
            sum += from[start + clamp(x, width)];
        }
        double share = 1.0 / (2 * radius + 1);
        for (int x = 0; x < width; x++) {
            to[start + x] = (float) (sum * share);
            sum += from[start + clamp(x + radius + 1, width)] - from[start + clamp(x - radius, width)];
        }
    }

    /** Strip by strip, as walking down single columns would miss the processor's cache. */
    private static void boxColumns(float[] from, float[] to, int left, int right, int width, int height, int radius) {
        double[] sums = new double[right - left];
        for (int y = -radius; y <= radius; y++) {
            addRow(sums, from, clamp(y, height) * width + left, 1);
        }
        double share = 1.0 / (2 * radius + 1);
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < sums.length; i++) {
                to[y * width + left + i] = (float) (sums[i] * share);
            }
            addRow(sums, from, clamp(y + radius + 1, height) * width + left, 1);
            addRow(sums, from, clamp(y - radius, height) * width + left, -1);
        }
    }

    private static void addRow(double[] sums, float[] from, int start, int sign) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += sign * from[start + i];
        }
    }

    private static int clamp(int value, int size) {
        return value < 0 ? 0 : Math.min(value, size - 1);
    }
}
