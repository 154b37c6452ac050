package dev.pentimento.adapters.local;

/** Filters that take away texture and leave edges. */
final class Smoothing {
    /** Eight directions, in tenths of the radius. */
    private static final int[] ACROSS = {10, 7, 0, -7, -10, -7, 0, 7};

    private static final int[] DOWN = {0, 7, 10, 7, 0, -7, -10, -7};

    private Smoothing() {}

    /** Takes noise away. */
    static Edit denoise(double amount) {
        return (image, scene) -> {
            int radius = Math.max(2, Math.round(EffectEdits.px(image, 0.004)));
            float edge = (float) (0.0025 * amount * amount + 0.0003);
            for (float[] plane : new float[][] {image.l, image.a, image.b}) {
                float[] smooth = guided(plane, image.width, image.height, radius, edge);
                System.arraycopy(smooth, 0, plane, 0, plane.length);
                scene.pass();
            }
        };
    }

    /**
     * The guided filter of He, Sun and Tang ("Guided image filtering", 2010), guided by the plane itself.
     *
     * @param edge variance from which on structure is kept
     */
    static float[] guided(float[] plane, int width, int height, int radius, float edge) {
        float[] mean = Planes.box(plane, width, height, radius);
        float[] squares = new float[plane.length];
        for (int i = 0; i < plane.length; i++) {
            squares[i] = plane[i] * plane[i];
        }
        float[] slope = Planes.box(squares, width, height, radius);
        for (int i = 0; i < plane.length; i++) {
            float variance = Math.max(0, slope[i] - mean[i] * mean[i]);
            slope[i] = variance / (variance + edge);
            mean[i] *= 1 - slope[i];
        }
        float[] slopes = Planes.box(slope, width, height, radius);
        float[] offsets = Planes.box(mean, width, height, radius);
        for (int i = 0; i < plane.length; i++) {
            offsets[i] += slopes[i] * plane[i];
        }
        return offsets;
    }

    /**
     * Brush dabs: each pixel takes the mean of the calmest of eight neighbourhoods (after Kuwahara and others, 1976). Edges stay crisp, texture
     * becomes patches.
     */
    static LabImage dabs(LabImage image, int radius) {
        int half = Math.max(1, radius / 2);
        float[] l = Planes.box(image.l, image.width, image.height, half);
        float[] a = Planes.box(image.a, image.width, image.height, half);
        float[] b = Planes.box(image.b, image.width, image.height, half);
        float[] unrest = unrest(image, l, a, b, half);
        LabImage result = image.copy();
        Rows.each(image.height, y -> {
            for (int x = 0; x < image.width; x++) {
                int calm = calmest(unrest, image, x, y, half);
                result.set(y * image.width + x, l[calm], a[calm], b[calm]);
            }
        });
        return result;
    }

    private static float[] unrest(LabImage image, float[] l, float[] a, float[] b, int radius) {
        float[] squares = new float[l.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = image.l[i] * image.l[i] + 2 * (image.a[i] * image.a[i] + image.b[i] * image.b[i]);
        }
        float[] unrest = Planes.box(squares, image.width, image.height, radius);
        for (int i = 0; i < unrest.length; i++) {
            unrest[i] -= l[i] * l[i] + 2 * (a[i] * a[i] + b[i] * b[i]);
        }
        return unrest;
    }

    private static int calmest(float[] unrest, LabImage image, int x, int y, int radius) {
        int best = y * image.width + x;
        for (int k = 0; k < ACROSS.length; k++) {
            int u = Math.min(image.width - 1, Math.max(0, x + radius * ACROSS[k] / 10));
            int v = Math.min(image.height - 1, Math.max(0, y + radius * DOWN[k] / 10));
            int i = v * image.width + u;
            if (unrest[i] < unrest[best]) {
                best = i;
            }
        }
        return best;
    }
}
