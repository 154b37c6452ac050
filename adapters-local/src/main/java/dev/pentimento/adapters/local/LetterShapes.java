package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Finds patches that may be letters, in several ways, because no single one serves flat art, gradients and photographs. */
final class LetterShapes {
    private static final float[] FLATNESS = {0.02f, 0.05f};
    private static final double[] WINDOWS = {0.02, 0.07};
    private static final float CONTRAST = 0.07f;
    private static final int SMALLEST = 5;
    private static final double TALLEST = 0.8;

    private final OkPlanes picture;

    private LetterShapes(OkPlanes picture) {
        this.picture = picture;
    }

    /** One list for each way of looking. */
    static List<List<LetterShape>> find(OkPlanes picture) {
        LetterShapes search = new LetterShapes(picture);
        List<List<LetterShape>> found = new ArrayList<>();
        for (float flatness : FLATNESS) {
            found.add(search.patches(i -> true, flatness));
        }
        for (double window : WINDOWS) {
            float[] above = search.aboveLocalMean((int) Math.max(6, window * Math.max(picture.width, picture.height)));
            found.add(search.patches(i -> above[i] > CONTRAST, Float.MAX_VALUE));
            found.add(search.patches(i -> above[i] < -CONTRAST, Float.MAX_VALUE));
        }
        return found;
    }

    /** Patches in which neighbours differ by less than {@code flatness}. */
    private List<LetterShape> patches(IntPredicate member, float flatness) {
        boolean[] seen = new boolean[picture.width * picture.height];
        int[] queue = new int[seen.length];
        List<LetterShape> found = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i] && member.test(i)) {
                int length = collect(i, member, flatness, seen, queue);
                if (length >= SMALLEST) {
                    addIfLetterLike(queue, length, found);
                }
            }
        }
        return found;
    }

    private int collect(int start, IntPredicate member, float flatness, boolean[] seen, int[] queue) {
        int length = 0;
        queue[length++] = start;
        seen[start] = true;
        for (int head = 0; head < length; head++) {
            int i = queue[head];
            int x = i % picture.width;
            int[] neighbours = {
                x > 0 ? i - 1 : -1,
                x < picture.width - 1 ? i + 1 : -1,
                i - picture.width,
                i + picture.width < seen.length ? i + picture.width : -1
            };
            for (int n : neighbours) {
                if (n >= 0 && !seen[n] && member.test(n) && picture.distance(i, n) < flatness) {
                    seen[n] = true;
                    queue[length++] = n;
                }
            }
        }
        return length;
    }

    private void addIfLetterLike(int[] queue, int length, List<LetterShape> found) {
        if (length > queue.length / 4) {
            return;
        }
        int[] pixels = Arrays.copyOf(queue, length);
        LetterShape shape = new LetterShape(picture, pixels);
        if (isLetterLike(shape)) {
            found.add(shape);
        }
    }

    private boolean isLetterLike(LetterShape shape) {
        Box box = shape.box;
        boolean inside =
                box.left() > 0 && box.top() > 0 && box.right() < picture.width && box.bottom() < picture.height;
        return inside && box.height() <= TALLEST * picture.height && shape.area() >= 0.08 * box.area();
    }

    /** Lightness less its mean over a square of the given radius, by a summed-area table. */
    private float[] aboveLocalMean(int radius) {
        int width = picture.width;
        int height = picture.height;
        double[] sums = summedArea();
        float[] result = new float[width * height];
        for (int i = 0; i < result.length; i++) {
            Box box = new Box(i % width, i / width, i % width + 1, i / width + 1)
                    .grown(radius)
                    .within(Box.ofSize(width, height));
            int stride = width + 1;
            double sum = sums[box.bottom() * stride + box.right()]
                    - sums[box.top() * stride + box.right()]
                    - sums[box.bottom() * stride + box.left()]
                    + sums[box.top() * stride + box.left()];
            result[i] = (float) (picture.planes[0][i] - sum / box.area());
        }
        return result;
    }

    private double[] summedArea() {
        int stride = picture.width + 1;
        double[] sums = new double[stride * (picture.height + 1)];
        for (int y = 0; y < picture.height; y++) {
            double row = 0;
            for (int x = 0; x < picture.width; x++) {
                row += picture.planes[0][y * picture.width + x];
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
            }
        }
        return sums;
    }
}
