package dev.pentimento.adapters.local;

/** What a lens, a film or a light would do. Lengths are fractions of the shorter side, so that size does not matter. */
final class EffectEdits {
    private EffectEdits() {}

    /** Only pixels that may change flow into each other: a sharp subject leaves no halo on its blurred background. */
    static Edit blur(double amount) {
        return (image, scene) -> image.become(blurred(image, scene, px(image, 0.016 * amount)));
    }

    /** Colours of transparent and of protected pixels do not spread. */
    static LabImage blurred(LabImage image, Scene scene, float sigma) {
        float[] weights = scene.weights(image);
        float[] spread = Planes.blur(weights, image.width, image.height, sigma);
        LabImage result = image.copy();
        blurInto(result.l, image.l, weights, spread, image, sigma);
        scene.pass();
        blurInto(result.a, image.a, weights, spread, image, sigma);
        scene.pass();
        blurInto(result.b, image.b, weights, spread, image, sigma);
        return result;
    }

    private static void blurInto(
            float[] to, float[] plane, float[] weights, float[] spread, LabImage image, float sigma) {
        float[] weighted = new float[plane.length];
        for (int i = 0; i < plane.length; i++) {
            weighted[i] = plane[i] * weights[i];
        }
        float[] sum = Planes.blur(weighted, image.width, image.height, sigma);
        for (int i = 0; i < plane.length; i++) {
            to[i] = spread[i] > 1e-3f ? sum[i] / spread[i] : plane[i];
        }
    }

    /** Unsharp mask on lightness that hardly leaves the range of the neighbours: edges gain bite, not halos. */
    static Edit sharpen(double amount) {
        float gain = (float) amount * 2.2f;
        return (image, scene) -> {
            float[] soft = Planes.blur(image.l, image.width, image.height, Math.max(0.8f, px(image, 0.0011)));
            float[] sharp = image.l.clone();
            Rows.each(image.height, y -> {
                for (int x = 0; x < image.width; x++) {
                    int i = y * image.width + x;
                    float wanted = image.l[i] + gain * (image.l[i] - soft[i]);
                    sharp[i] = within(image, x, y, wanted, 0.05f * gain);
                }
            });
            System.arraycopy(sharp, 0, image.l, 0, sharp.length);
        };
    }

    private static float within(LabImage image, int x, int y, float wanted, float slack) {
        float low = 2;
        float high = -1;
        for (int v = Math.max(0, y - 1); v <= Math.min(image.height - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(image.width - 1, x + 1); u++) {
                float l = image.l[v * image.width + u];
                low = Math.min(low, l);
                high = Math.max(high, l);
            }
        }
        float give = slack * (high - low);
        return Math.max(low - give, Math.min(high + give, wanted));
    }

    /** Structure of middling size stands out: a local contrast. */
    static Edit clarity(double amount) {
        float k = (float) amount * 0.7f;
        return (image, scene) -> {
            float[] soft = Smoothing.guided(image.l, image.width, image.height, Math.round(px(image, 0.03)), 0.01f);
            image.each((p, i) -> ToneEdits.relight(p, i, Ramp.clamp(p.l[i] + k * (p.l[i] - soft[i]))));
        };
    }

    /** Dark towards the corners. */
    static Edit vignette(double amount) {
        float k = (float) amount * 0.54f;
        return (image, scene) -> Rows.each(image.height, y -> {
            float dy = (2f * y + 1 - image.height) / image.height;
            for (int x = 0; x < image.width; x++) {
                float dx = (2f * x + 1 - image.width) / image.width;
                float fall = Ramp.up(0.35f, 1.5f, (float) Math.sqrt(dx * dx + dy * dy));
                int i = y * image.width + x;
                float keep = 1 - k * fall;
                image.set(i, image.l[i] * keep, image.a[i] * (keep + 1) / 2, image.b[i] * (keep + 1) / 2);
            }
        });
    }

    /** Film grain: most in the middle tones, none in black and white. */
    static Edit grain(double amount) {
        float k = (float) amount * 0.16f;
        return (image, scene) -> {
            float[] noise = Noise.plane(image.width, image.height, scene.seed());
            float[] film = Planes.blur(noise, image.width, image.height, Math.max(0.5f, px(image, 0.0006)));
            float gain = k / deviation(film);
            image.each((p, i) -> {
                float l = p.l[i];
                p.l[i] = Ramp.clamp(l + gain * 0.25f * film[i] * Math.min(1, 4.5f * l * (1.05f - l)));
            });
        };
    }

    private static float deviation(float[] plane) {
        double sum = 0;
        for (float value : plane) {
            sum += (double) value * value;
        }
        return (float) Math.max(1e-6, Math.sqrt(sum / plane.length));
    }

    /** Light that spreads out of the bright parts. */
    static Edit glow(double amount) {
        float k = (float) amount;
        return (image, scene) -> {
            LabImage soft = blurred(image, scene, px(image, 0.022));
            image.each((p, i) -> {
                float light = soft.l[i] * Ramp.up(0.3f, 0.9f, soft.l[i]);
                float screen = 1 - (1 - p.l[i]) * (1 - 0.45f * k * light);
                float share = 0.45f * k;
                p.set(
                        i,
                        Ramp.mix(screen, soft.l[i], 0.3f * k),
                        Ramp.mix(p.a[i], soft.a[i], share),
                        Ramp.mix(p.b[i], soft.b[i], share));
            });
            ToneEdits.saturation(0.25 * amount).apply(image, scene);
        };
    }

    static float px(LabImage image, double share) {
        return (float) (share * Math.min(image.width, image.height));
    }
}
