package dev.pentimento.adapters.local;

/** Pictures at another scale. Colours count by their alpha. */
final class Resampling {
    private Resampling() {}

    /** Means over blocks of {@code factor} x {@code factor} px; the last ones may be smaller. */
    static LabImage reduced(LabImage image, int factor) {
        if (factor == 1) {
            return image.copy();
        }
        LabImage small = new LabImage((image.width + factor - 1) / factor, (image.height + factor - 1) / factor);
        Rows.each(small.height, y -> {
            for (int x = 0; x < small.width; x++) {
                reduce(image, small, x, y, factor);
            }
        });
        return small;
    }

    private static void reduce(LabImage image, LabImage small, int x, int y, int factor) {
        PixelMean blend = new PixelMean();
        for (int v = y * factor; v < Math.min(image.height, (y + 1) * factor); v++) {
            for (int u = x * factor; u < Math.min(image.width, (x + 1) * factor); u++) {
                blend.add(image, v * image.width + u, 1);
            }
        }
        blend.into(small, y * small.width + x);
    }

    static float[] reducedWeights(float[] weights, LabImage image, int factor) {
        int width = (image.width + factor - 1) / factor;
        float[] small = new float[width * ((image.height + factor - 1) / factor)];
        for (int y = 0; y < image.height; y++) {
            for (int x = 0; x < image.width; x++) {
                small[y / factor * width + x / factor] += weights[y * image.width + x] / (factor * factor);
            }
        }
        return small;
    }

    /** The colours of a smaller picture at the size of {@code image}, with soft transitions; alpha is the larger one's. */
    static LabImage enlarged(LabImage small, int factor, LabImage image) {
        LabImage result = image.copy();
        Rows.each(image.height, y -> {
            for (int x = 0; x < image.width; x++) {
                PixelMean blend = bilinear(small, (x + 0.5f) / factor - 0.5f, (y + 0.5f) / factor - 0.5f);
                int i = y * image.width + x;
                blend.into(result, i);
                result.alpha[i] = image.alpha[i];
            }
        });
        return result;
    }

    static PixelMean bilinear(LabImage image, float x, float y) {
        PixelMean mean = new PixelMean();
        addBilinear(mean, image, x, y);
        return mean;
    }

    /** Beyond the border the border goes on. */
    static void addBilinear(PixelMean mean, LabImage image, float x, float y) {
        float u = Math.max(0, Math.min(image.width - 1, x));
        float v = Math.max(0, Math.min(image.height - 1, y));
        int left = (int) u;
        int top = (int) v;
        int right = Math.min(image.width - 1, left + 1);
        int bottom = Math.min(image.height - 1, top + 1);
        mean.add(image, top * image.width + left, (1 - u + left) * (1 - v + top));
        mean.add(image, top * image.width + right, (u - left) * (1 - v + top));
        mean.add(image, bottom * image.width + left, (1 - u + left) * (v - top));
        mean.add(image, bottom * image.width + right, (u - left) * (v - top));
    }

    /** Catmull and Rom's cubic, which keeps enlarged edges crisp. */
    static PixelMean cubic(LabImage image, float x, float y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        PixelMean blend = new PixelMean();
        for (int v = top - 1; v <= top + 2; v++) {
            float down = cubicWeight(y - v);
            for (int u = left - 1; u <= left + 2; u++) {
                blend.add(
                        image, clamp(v, image.height) * image.width + clamp(u, image.width), down * cubicWeight(x - u));
            }
        }
        return blend;
    }

    private static float cubicWeight(float distance) {
        float d = Math.abs(distance);
        if (d >= 2) {
            return 0;
        }
        return d < 1 ? (1.5f * d - 2.5f) * d * d + 1 : ((-0.5f * d + 2.5f) * d - 4) * d + 2;
    }

    private static int clamp(int value, int size) {
        return value < 0 ? 0 : Math.min(value, size - 1);
    }
}
