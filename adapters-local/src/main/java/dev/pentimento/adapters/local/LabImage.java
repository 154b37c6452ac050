package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;

/**
 * A picture in the OKLab colour space of Björn Ottosson (2020), one plane per channel, for passes over every pixel. Mutable; each picture is used by
 * one call only. Pixels that nobody changes come back bit for bit.
 */
final class LabImage {
    final int width;
    final int height;
    final float[] l;
    final float[] a;
    final float[] b;
    /** 0..1, straight. */
    final float[] alpha;

    LabImage(int width, int height) {
        this(
                width,
                height,
                new float[width * height],
                new float[width * height],
                new float[width * height],
                new float[width * height]);
    }

    private LabImage(int width, int height, float[] l, float[] a, float[] b, float[] alpha) {
        this.width = width;
        this.height = height;
        this.l = l;
        this.a = a;
        this.b = b;
        this.alpha = alpha;
    }

    static LabImage of(Raster raster) {
        LabImage image = new LabImage(raster.width(), raster.height());
        Rows.each(image.height, y -> {
            for (int x = 0; x < image.width; x++) {
                image.setArgb(y * image.width + x, raster.argb(x, y));
            }
        });
        return image;
    }

    /** Pixels that were transparent in {@code base} and still are keep their hidden colour. */
    Raster toRaster(Raster base) {
        int[] argb = new int[l.length];
        Rows.each(height, y -> {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                int opacity = Math.round(alpha[i] * 255);
                boolean hidden = opacity == 0 && base.argb(x, y) >>> 24 == 0;
                argb[i] = hidden ? base.argb(x, y) : Srgb.ofLab(l[i], a[i], b[i], opacity);
            }
        });
        return Raster.of(new ImageSize(width, height), argb);
    }

    LabImage copy() {
        return new LabImage(width, height, l.clone(), a.clone(), b.clone(), alpha.clone());
    }

    /** Changes each pixel by itself. */
    void each(PixelEdit edit) {
        Rows.each(height, y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                edit.apply(this, i);
            }
        });
    }

    /** Moves the colours towards those of {@code other}; alpha stays. */
    void mixWith(LabImage other, float share) {
        each((image, i) -> image.set(
                i,
                Ramp.mix(l[i], other.l[i], share),
                Ramp.mix(a[i], other.a[i], share),
                Ramp.mix(b[i], other.b[i], share)));
    }

    /** Takes over all channels of a picture of the same size. */
    void become(LabImage other) {
        System.arraycopy(other.l, 0, l, 0, l.length);
        System.arraycopy(other.a, 0, a, 0, l.length);
        System.arraycopy(other.b, 0, b, 0, l.length);
        System.arraycopy(other.alpha, 0, alpha, 0, l.length);
    }

    Shade shade(int i) {
        return new Shade(l[i], a[i], b[i]);
    }

    void set(int i, Shade shade) {
        set(i, shade.l(), shade.a(), shade.b());
    }

    void set(int i, float lightness, float greenRed, float blueYellow) {
        l[i] = lightness;
        a[i] = greenRed;
        b[i] = blueYellow;
    }

    void setArgb(int i, int argb) {
        float red = Srgb.linear(argb >> 16 & 0xff);
        float green = Srgb.linear(argb >> 8 & 0xff);
        float blue = Srgb.linear(argb & 0xff);
        float x = Srgb.cubeRoot(0.41222146f * red + 0.53633255f * green + 0.051445995f * blue);
        float y = Srgb.cubeRoot(0.2119035f * red + 0.6806995f * green + 0.10739696f * blue);
        float z = Srgb.cubeRoot(0.08830246f * red + 0.28171885f * green + 0.6299787f * blue);
        l[i] = 0.21045426f * x + 0.7936178f * y - 0.004072047f * z;
        a[i] = 1.9779985f * x - 2.4285922f * y + 0.4505937f * z;
        b[i] = 0.025904037f * x + 0.78277177f * y - 0.80867577f * z;
        alpha[i] = (argb >>> 24) / 255f;
    }

    float chroma(int i) {
        return (float) Math.sqrt(a[i] * a[i] + b[i] * b[i]);
    }

    float distance(int i, int j) {
        float dl = l[i] - l[j];
        float da = a[i] - a[j];
        float db = b[i] - b[j];
        return (float) Math.sqrt(dl * dl + da * da + db * db);
    }

    /** Changes the pixel with index {@code i}. */
    @FunctionalInterface
    interface PixelEdit {
        void apply(LabImage image, int i);
    }
}
