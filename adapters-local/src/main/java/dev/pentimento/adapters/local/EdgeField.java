package dev.pentimento.adapters.local;

/**
 * The direction of the edges of a picture, at each pixel as a vector of twice the angle, so that light on dark and dark on light are alike, and as long as
 * the square root of the slope, so that faint edges count too. The direction is that of the structure tensor over lightness and both colour channels (Di
 * Zenzo, "A note on the gradient of a multi-image", 1986).
 */
final class EdgeField {
    /** Flatter slopes are no edges. */
    private static final double FAINT = 0.03;

    final int width;
    final int height;
    final float[] u;
    final float[] v;

    private EdgeField(int width, int height) {
        this.width = width;
        this.height = height;
        this.u = new float[width * height];
        this.v = new float[width * height];
    }

    static EdgeField of(LabImage image) {
        EdgeField field = new EdgeField(image.width, image.height);
        for (int y = 1; y < image.height - 1; y++) {
            for (int x = 1; x < image.width - 1; x++) {
                field.set(image, y * image.width + x);
            }
        }
        return field;
    }

    private void set(LabImage image, int i) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (float[] plane : new float[][] {image.l, image.a, image.b}) {
            double across = Sobel.across(plane, width, i);
            double down = Sobel.down(plane, width, i);
            xx += across * across;
            yy += down * down;
            xy += across * down;
        }
        double along = Math.hypot(xx - yy, 2 * xy);
        if (along > FAINT * FAINT) {
            double length = Math.sqrt(Math.sqrt(along));
            u[i] = (float) ((xx - yy) / along * length);
            v[i] = (float) (2 * xy / along * length);
        }
    }
}
