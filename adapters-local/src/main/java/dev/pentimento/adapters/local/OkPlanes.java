package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.OkLab;
import dev.pentimento.domain.image.Raster;

/**
 * A picture as four planes, three of OKLab multiplied by alpha and alpha itself 0..1, so that sums and averages of pixels are right where
 * a picture is transparent. Mutable; never handed to a second thread.
 */
final class OkPlanes {
    /** Lightness, a, b, alpha. */
    static final int COUNT = 4;

    final int width;
    final int height;
    final float[][] planes;

    OkPlanes(int width, int height) {
        this.width = width;
        this.height = height;
        this.planes = new float[COUNT][width * height];
    }

    static OkPlanes of(Raster raster) {
        return of(raster, Box.ofSize(raster.width(), raster.height()));
    }

    /** The part of {@code raster} inside {@code box}. */
    static OkPlanes of(Raster raster, Box box) {
        OkPlanes result = new OkPlanes(box.width(), box.height());
        int i = 0;
        for (int y = box.top(); y < box.bottom(); y++) {
            for (int x = box.left(); x < box.right(); x++) {
                result.setArgb(i++, raster.argb(x, y));
            }
        }
        return result;
    }

    void setArgb(int i, int argb) {
        float alpha = (argb >>> 24) / 255f;
        OkLab colour = OkLab.ofArgb(argb);
        planes[0][i] = colour.lightness() * alpha;
        planes[1][i] = colour.a() * alpha;
        planes[2][i] = colour.b() * alpha;
        planes[3][i] = alpha;
    }

    /** The nearest pixel with straight alpha; wholly transparent becomes 0. */
    int argb(int i) {
        return argbOf(new float[] {planes[0][i], planes[1][i], planes[2][i], planes[3][i]});
    }

    static int argbOf(float[] colour) {
        int alpha = Math.round(Math.max(0, Math.min(1, colour[3])) * 255);
        if (alpha == 0) {
            return 0;
        }
        float weight = colour[3];
        return new OkLab(colour[0] / weight, colour[1] / weight, colour[2] / weight).toArgb(alpha);
    }

    float[] colour(int i) {
        return new float[] {planes[0][i], planes[1][i], planes[2][i], planes[3][i]};
    }

    /** Euclidean; about 0.02 can just be told apart where both are opaque. */
    float distance(int i, int j) {
        float sum = 0;
        for (float[] plane : planes) {
            float d = plane[i] - plane[j];
            sum += d * d;
        }
        return (float) Math.sqrt(sum);
    }

    float distance(int i, float[] colour) {
        float sum = 0;
        for (int c = 0; c < COUNT; c++) {
            float d = planes[c][i] - colour[c];
            sum += d * d;
        }
        return (float) Math.sqrt(sum);
    }

    static float distance(float[] one, float[] other) {
        float sum = 0;
        for (int c = 0; c < COUNT; c++) {
            float d = one[c] - other[c];
            sum += d * d;
        }
        return (float) Math.sqrt(sum);
    }

    /** The mean colour of the pixels in {@code set}. */
    float[] mean(boolean[] set) {
        float[] mean = new float[COUNT];
        int count = 0;
        for (int i = 0; i < set.length; i++) {
            if (set[i]) {
                count++;
                for (int c = 0; c < COUNT; c++) {
                    mean[c] += planes[c][i];
                }
            }
        }
        for (int c = 0; c < COUNT; c++) {
            mean[c] /= Math.max(1, count);
        }
        return mean;
    }

    OkPlanes copy() {
        OkPlanes result = new OkPlanes(width, height);
        for (int c = 0; c < COUNT; c++) {
            System.arraycopy(planes[c], 0, result.planes[c], 0, planes[c].length);
        }
        return result;
    }

    /** Averages squares of {@code factor} px; what is left over at the right and bottom edge makes smaller cells. */
    OkPlanes shrunk(int factor) {
        int columns = (width + factor - 1) / factor;
        int rows = (height + factor - 1) / factor;
        OkPlanes result = new OkPlanes(columns, rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Box cell = new Box(column * factor, row * factor, (column + 1) * factor, (row + 1) * factor)
                        .within(Box.ofSize(width, height));
                for (int c = 0; c < COUNT; c++) {
                    result.planes[c][row * columns + column] = mean(planes[c], cell);
                }
            }
        }
        return result;
    }

    private float mean(float[] plane, Box cell) {
        float sum = 0;
        for (int y = cell.top(); y < cell.bottom(); y++) {
            for (int x = cell.left(); x < cell.right(); x++) {
                sum += plane[y * width + x];
            }
        }
        return sum / cell.area();
    }
}
