package dev.pentimento.adapters.local;

import java.util.Arrays;

/** A connected patch of pixels that may be a letter, or a part of one. */
final class LetterShape {
    final int[] pixels;
    final Box box;
    final float[] colour;

    /** @param pixels indices into {@code picture}; kept without a copy */
    LetterShape(OkPlanes picture, int[] pixels) {
        this.pixels = pixels;
        this.box = boxOf(pixels, picture.width);
        this.colour = innerColour(picture, pixels);
    }

    private static Box boxOf(int[] pixels, int width) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (int i : pixels) {
            left = Math.min(left, i % width);
            right = Math.max(right, i % width + 1);
            top = Math.min(top, i / width);
            bottom = Math.max(bottom, i / width + 1);
        }
        return new Box(left, top, right, bottom);
    }

    /** Plane by plane the median, which the soft edge does not disturb. */
    private static float[] innerColour(OkPlanes picture, int[] pixels) {
        float[] result = new float[OkPlanes.COUNT];
        float[] values = new float[pixels.length];
        for (int c = 0; c < OkPlanes.COUNT; c++) {
            for (int k = 0; k < pixels.length; k++) {
                values[k] = picture.planes[c][pixels[k]];
            }
            Arrays.sort(values);
            result[c] = values[values.length / 2];
        }
        return result;
    }

    int area() {
        return pixels.length;
    }
}
