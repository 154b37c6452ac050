package dev.pentimento.adapters.local;

/** Slopes of a plane by Sobel's operator, with a sum of weights of 1 on each side: the difference across two pixels. Not for the outermost pixels. */
final class Sobel {
    private Sobel() {}

    static float across(float[] plane, int width, int i) {
        return (plane[i + 1 - width]
                        - plane[i - 1 - width]
                        + 2 * (plane[i + 1] - plane[i - 1])
                        + plane[i + 1 + width]
                        - plane[i - 1 + width])
                / 4;
    }

    static float down(float[] plane, int width, int i) {
        return (plane[i + width - 1]
                        - plane[i - width - 1]
                        + 2 * (plane[i + width] - plane[i - width])
                        + plane[i + width + 1]
                        - plane[i - width + 1])
                / 4;
    }

    static double slope(float[] plane, int width, int i) {
        float x = across(plane, width, i);
        float y = down(plane, width, i);
        return Math.sqrt(x * x + y * y);
    }
}
