package dev.pentimento.adapters.local;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;

/** How much of each pixel something covers, 0..1. Mutable; never handed to a second thread. */
final class Coverage {
    final int width;
    final int height;
    final float[] values;

    Coverage(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
    }

    /** Draws {@code shape} with soft edges. */
    static Coverage of(Shape shape, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fill(shape);
        graphics.dispose();
        int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
        Coverage result = new Coverage(width, height);
        for (int i = 0; i < argb.length; i++) {
            result.values[i] = (argb[i] >>> 24) / 255f;
        }
        return result;
    }

    /** Between pixels, by the four nearest; 0 outside. */
    float at(double x, double y) {
        int left = (int) Math.floor(x - 0.5);
        int top = (int) Math.floor(y - 0.5);
        float fx = (float) (x - 0.5 - left);
        float fy = (float) (y - 0.5 - top);
        float upper = pixel(left, top) * (1 - fx) + pixel(left + 1, top) * fx;
        float lower = pixel(left, top + 1) * (1 - fx) + pixel(left + 1, top + 1) * fx;
        return upper * (1 - fy) + lower * fy;
    }

    /** Between pixels, by cubic convolution (Keys 1981, a = -1/2), which keeps edges sharper; 0 outside. */
    float sharplyAt(double x, double y) {
        int left = (int) Math.floor(x - 0.5);
        int top = (int) Math.floor(y - 0.5);
        float sum = 0;
        for (int v = top - 1; v <= top + 2; v++) {
            float row = 0;
            for (int u = left - 1; u <= left + 2; u++) {
                row += pixel(u, v) * cubic(x - 0.5 - u);
            }
            sum += row * cubic(y - 0.5 - v);
        }
        return Math.max(0, Math.min(1, sum));
    }

    private static float cubic(double distance) {
        double d = Math.abs(distance);
        return (float) (d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0);
    }

    float pixel(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : values[y * width + x];
    }

    /** Where there is any, or empty. */
    Box bounds(float atLeast) {
        int left = width;
        int top = height;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= atLeast) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width + 1);
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width + 1);
            }
        }
        return new Box(left, top, right, bottom);
    }

    /** The part inside {@code box}, averaged or drawn out to another size. */
    Coverage resized(Box box, int columns, int rows) {
        Coverage result = new Coverage(columns, rows);
        double stepX = (double) box.width() / columns;
        double stepY = (double) box.height() / rows;
        int samplesX = Math.max(1, (int) Math.ceil(stepX));
        int samplesY = Math.max(1, (int) Math.ceil(stepY));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = box.left() + column * stepX;
                double y = box.top() + row * stepY;
                float sum = 0;
                for (int v = 0; v < samplesY; v++) {
                    for (int u = 0; u < samplesX; u++) {
                        sum += at(x + (u + 0.5) * stepX / samplesX, y + (v + 0.5) * stepY / samplesY);
                    }
                }
                result.values[row * columns + column] = sum / (samplesX * samplesY);
            }
        }
        return result;
    }

    /** Normalised correlation -1..1 of two maps of one size; 0 where one of them is even. */
    double likeness(Coverage other) {
        double meanA = mean();
        double meanB = other.mean();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < values.length; i++) {
            double a = values[i] - meanA;
            double b = other.values[i] - meanB;
            ab += a * b;
            aa += a * a;
            bb += b * b;
        }
        return aa < 1e-9 || bb < 1e-9 ? 0 : ab / Math.sqrt(aa * bb);
    }

    double mean() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Gaussian blur; {@code sigma} in px, 0 = none. The outermost px go on beyond the border. */
    Coverage blurred(double sigma) {
        if (sigma <= 0) {
            return this;
        }
        float[] kernel = kernel(sigma);
        Coverage across = new Coverage(width, height);
        Coverage down = new Coverage(width, height);
        convolve(values, across.values, kernel, 1);
        convolve(across.values, down.values, kernel, width);
        return down;
    }

    private static float[] kernel(double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        float[] kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + radius];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    private void convolve(float[] from, float[] to, float[] kernel, int step) {
        int radius = kernel.length / 2;
        for (int i = 0; i < from.length; i++) {
            int place = step == 1 ? i % width : i / width;
            int length = step == 1 ? width : height;
            float sum = 0;
            for (int k = -radius; k <= radius; k++) {
                int near = Math.max(-place, Math.min(length - 1 - place, k));
                sum += from[i + near * step] * kernel[k + radius];
            }
            to[i] = sum;
        }
    }

    /** Everything at most {@code radius} px away from a pixel that is set. */
    static boolean[] grown(boolean[] set, int width, int radius) {
        int height = set.length / width;
        boolean[] result = set.clone();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (set[y * width + x] && isEdge(set, width, height, x, y)) {
                    stamp(result, width, height, x, y, radius);
                }
            }
        }
        return result;
    }

    private static boolean isEdge(boolean[] set, int width, int height, int x, int y) {
        int i = y * width + x;
        return x == 0
                || y == 0
                || x == width - 1
                || y == height - 1
                || !(set[i - 1] && set[i + 1] && set[i - width] && set[i + width]);
    }

    private static void stamp(boolean[] set, int width, int height, int x, int y, int radius) {
        for (int v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++) {
            for (int u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u++) {
                if ((u - x) * (u - x) + (v - y) * (v - y) <= radius * radius) {
                    set[v * width + u] = true;
                }
            }
        }
    }
}
