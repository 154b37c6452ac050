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
        Box box = new Box(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0);
        for (int i : pixels) {
            int x = i % width;
            int y = i / width;
            box = new Box(
                    Math.min(box.left(), x),
                    Math.min(box.top(), y),
                    Math.max(box.right(), x + 1),
                    Math.max(box.bottom(), y + 1));
        }
        return box;
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
