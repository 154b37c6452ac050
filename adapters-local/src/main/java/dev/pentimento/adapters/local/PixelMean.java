package dev.pentimento.adapters.local;

/** A weighted mean of pixels in which transparent ones have no say about the colour. Mutable. */
final class PixelMean {
    private float l;
    private float a;
    private float b;
    private float alpha;
    private float weight;

    void add(LabImage image, int i, float share) {
        float opaque = share * image.alpha[i];
        l += opaque * image.l[i];
        a += opaque * image.a[i];
        b += opaque * image.b[i];
        alpha += opaque;
        weight += share;
    }

    /** Writes the mean; where all was transparent, the colour becomes black. */
    void into(LabImage image, int i) {
        if (alpha > 1e-4f) {
            image.set(i, l / alpha, a / alpha, b / alpha);
        } else {
            image.set(i, 0, 0, 0);
        }
        image.alpha[i] = weight == 0 ? 0 : Ramp.clamp(alpha / weight);
    }
}
