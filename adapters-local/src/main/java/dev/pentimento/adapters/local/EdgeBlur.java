package dev.pentimento.adapters.local;

/**
 * Spreads colours as far as the next edge of a guiding picture, by recursive filters along rows and columns in turn (after Gastal and Oliveira, "Domain transform for
 * edge-aware image and video processing", 2011). Edges keep their place, their shape and their own softness.
 */
final class EdgeBlur {
    private static final int ROUNDS = 4;
    private static final int STRIP = 64;

    private final int width;
    private final int height;
    /** How alike a pixel and its right neighbour are, 0..1. */
    private final float[] across;
    /** How alike a pixel and the one below are, 0..1. */
    private final float[] down;

    /**
     * Looks for the edges.
     *
     * @param edge the difference in OKLab that divides two pixels
     */
    EdgeBlur(LabImage guide, float edge) {
        this.width = guide.width;
        this.height = guide.height;
        this.across = new float[guide.l.length];
        this.down = new float[guide.l.length];
        Rows.each(height, y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                across[i] = i + 1 < (y + 1) * width ? likeness(guide, i, i + 1, edge) : 0;
                down[i] = y + 1 < height ? likeness(guide, i, i + width, edge) : 0;
            }
        });
    }

    /** Nearly exp(-difference), so that the steps of a soft edge add up to those of a hard one; every JVM rounds it alike. */
    private static float likeness(LabImage guide, int i, int j, float edge) {
        if (!Regions.isVisible(guide, i) || !Regions.isVisible(guide, j)) {
            return 0;
        }
        float root = 1 + guide.distance(i, j) / edge / 8;
        float square = root * root;
        float fourth = square * square;
        return 1 / (fourth * fourth);
    }

    /**
     * The picture with its colours spread.
     *
     * @param sigma how far they go where there is no edge, px
     */
    LabImage spread(LabImage image, float sigma) {
        LabImage result = image.copy();
        for (int round = 0; round < ROUNDS; round++) {
            double share = StrictMath.sqrt(3) * (1 << (ROUNDS - 1 - round)) / StrictMath.sqrt((1 << (2 * ROUNDS)) - 1);
            float reach = (float) StrictMath.exp(-StrictMath.sqrt(2) / (sigma * share));
            for (float[] plane : new float[][] {result.l, result.a, result.b}) {
                Rows.each(height, y -> spreadRow(plane, y * width, reach));
                Rows.each((width + STRIP - 1) / STRIP, strip -> spreadColumns(plane, strip * STRIP, reach));
            }
        }
        return result;
    }

    private void spreadRow(float[] plane, int start, float reach) {
        int end = start + width - 1;
        for (int i = start; i < end; i++) {
            plane[i + 1] += reach * across[i] * (plane[i] - plane[i + 1]);
        }
        for (int i = end - 1; i >= start; i--) {
            plane[i] += reach * across[i] * (plane[i + 1] - plane[i]);
        }
    }

    private void spreadColumns(float[] plane, int left, float reach) {
        int right = Math.min(width, left + STRIP);
        for (int y = 0; y < height - 1; y++) {
            for (int i = y * width + left; i < y * width + right; i++) {
                plane[i + width] += reach * down[i] * (plane[i] - plane[i + width]);
            }
        }
        for (int y = height - 2; y >= 0; y--) {
            for (int i = y * width + left; i < y * width + right; i++) {
                plane[i] += reach * down[i] * (plane[i + width] - plane[i]);
            }
        }
    }
}
