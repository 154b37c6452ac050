package dev.pentimento.adapters.local;

import java.util.List;

/** Looks that are put together from several edits. */
final class StyleEdits {
    private static final Shade SEPIA = shade(66, 0.062);
    private static final Shade AMBER = shade(62, 0.11);
    private static final Shade ROSE = shade(20, 0.10);
    private static final Shade TEAL = shade(210, 0.07);
    private static final Shade MIDNIGHT = shade(264, 0.085);

    private StyleEdits() {}

    private static Shade shade(double hue, double chroma) {
        double angle = Math.toRadians(hue);
        return new Shade(0.5f, (float) (chroma * StrictMath.cos(angle)), (float) (chroma * StrictMath.sin(angle)));
    }

    static Edit sequence(Edit... edits) {
        List<Edit> all = List.of(edits);
        return (image, scene) -> {
            for (Edit edit : all) {
                edit.apply(image, scene);
                scene.pass();
            }
        };
    }

    static Edit sepia(double amount) {
        float k = ToneEdits.settled(amount);
        return (image, scene) -> image.each((p, i) -> {
            float weight = Math.min(1, 4 * p.l[i] * (1.08f - p.l[i]));
            p.set(i, p.l[i], Ramp.mix(p.a[i], SEPIA.a() * weight, k), Ramp.mix(p.b[i], SEPIA.b() * weight, k));
        });
    }

    /** A faded print: lifted blacks, creamy whites, cool shadows, a little grain. */
    static Edit vintage(double amount) {
        Curve faded = new Curve(l -> l + amount * (0.15 * StrictMath.pow(1 - l, 2) - 0.07 * l * l));
        return sequence(
                ToneEdits.saturation(-0.45 * amount),
                splitTone(TEAL, 0.5, AMBER, 0.8, amount),
                (image, scene) -> image.each((p, i) -> p.l[i] = faded.at(p.l[i])),
                EffectEdits.vignette(0.45 * amount),
                EffectEdits.grain(0.3 * amount));
    }

    /** Teal shadows under amber light. */
    static Edit cinematic(double amount) {
        return sequence(
                ToneEdits.contrast(0.45 * amount),
                splitTone(TEAL, 1, AMBER, 0.75, amount),
                EffectEdits.vignette(0.3 * amount));
    }

    /** One colour into the dark parts, another into the light ones. */
    private static Edit splitTone(Shade dark, double darkShare, Shade light, double lightShare, double amount) {
        Curve shadows = new Curve(l -> 0.55 * darkShare * amount * 2.6 * l * StrictMath.pow(1 - l, 1.6));
        Curve lights = new Curve(l -> 0.55 * lightShare * amount * StrictMath.pow(l, 1.6) * (1.35 - l));
        return (image, scene) -> image.each((p, i) -> {
            float down = shadows.at(p.l[i]);
            float up = lights.at(p.l[i]);
            p.set(i, p.l[i], p.a[i] + dark.a() * down + light.a() * up, p.b[i] + dark.b() * down + light.b() * up);
        });
    }

    static Edit dramatic(double amount) {
        return sequence(
                EffectEdits.clarity(0.9 * amount),
                ToneEdits.contrast(0.6 * amount),
                ToneEdits.brightness(-0.28 * amount),
                ToneEdits.saturation(-0.25 * amount),
                EffectEdits.vignette(0.6 * amount));
    }

    /** Dark and blue, with lights that go on shining. */
    static Edit night(double amount) {
        float k = (float) Math.min(1, amount * 1.15);
        Curve dusk = new Curve(l -> l * (0.48 + 0.22 * StrictMath.pow(l, 4)));
        return sequence(
                (image, scene) -> image.each((p, i) -> {
                    float l = Ramp.mix(p.l[i], dusk.at(p.l[i]), k);
                    float weight = k * Math.min(1, 3 * l);
                    p.set(
                            i,
                            l,
                            p.a[i] * (1 - 0.55f * k) + MIDNIGHT.a() * weight,
                            p.b[i] * (1 - 0.55f * k) + MIDNIGHT.b() * weight);
                }),
                EffectEdits.vignette(0.35 * amount));
    }

    /** Low sun: amber from above, rose below, long contrast. */
    static Edit sunset(double amount) {
        float k = (float) amount;
        return sequence(
                ToneEdits.contrast(0.3 * amount),
                (image, scene) -> Rows.each(image.height, y -> {
                    Shade sun = AMBER.mix(ROSE, Ramp.up(0.25f, 1, (float) y / image.height));
                    for (int i = y * image.width; i < (y + 1) * image.width; i++) {
                        float weight = k * Ramp.up(0.05f, 0.5f, image.l[i]);
                        image.set(
                                i,
                                image.l[i] * (1 - 0.1f * k),
                                image.a[i] + 0.8f * weight * sun.a(),
                                image.b[i] + 0.8f * weight * sun.b());
                    }
                }),
                EffectEdits.glow(0.35 * amount));
    }

    /** Few strong colours. */
    static Edit poster(double amount) {
        return sequence(
                ToneEdits.contrast(0.7 * amount), ToneEdits.saturation(0.6 * amount), new Minimalism(0.5 + amount / 2));
    }

    /** Pigment in patches, darker where it dries at edges, on rough paper. */
    static Edit watercolor(double amount) {
        float k = (float) Math.min(1, amount * 1.4);
        return (image, scene) -> {
            LabImage paint = Smoothing.dabs(image, radius(image, 0.006 + 0.006 * amount));
            scene.pass();
            paint = Smoothing.dabs(paint, radius(image, 0.005 + 0.004 * amount));
            scene.pass();
            float[] wet = Planes.blur(paint.l, image.width, image.height, EffectEdits.px(image, 0.006));
            float[] paper = paper(image, scene);
            LabImage dry = paint;
            dry.each((p, i) -> {
                float rim = Math.max(-0.09f, Math.min(0.03f, 0.8f * (p.l[i] - wet[i])));
                float l = 1 - (1 - p.l[i]) * 0.86f + rim + paper[i] * (0.35f + 0.65f * (1 - p.l[i]));
                p.set(i, Ramp.clamp(l), p.a[i] * 1.12f, p.b[i] * 1.12f);
            });
            image.mixWith(dry, k);
        };
    }

    private static float[] paper(LabImage image, Scene scene) {
        float[] fine = Planes.blur(Noise.plane(image.width, image.height, scene.seed()), image.width, image.height, 1);
        float[] pools = Planes.blur(
                Noise.plane(image.width, image.height, scene.seed() + 1),
                image.width,
                image.height,
                EffectEdits.px(image, 0.012));
        float spread = EffectEdits.px(image, 0.012) * 0.16f;
        for (int i = 0; i < fine.length; i++) {
            fine[i] = 0.07f * fine[i] + spread * pools[i];
        }
        return fine;
    }

    private static int radius(LabImage image, double share) {
        return Math.max(2, Math.round(EffectEdits.px(image, share)));
    }

    /** Pencil: lightness over its blurred self leaves only lines, and a little shading is rubbed in. */
    static Edit sketch(double amount) {
        float k = ToneEdits.settled(amount);
        return (image, scene) -> {
            float[] calm = Smoothing.guided(image.l, image.width, image.height, radius(image, 0.002), 0.0015f);
            float[] soft = Planes.blur(calm, image.width, image.height, EffectEdits.px(image, 0.005));
            float[] paper = Noise.plane(image.width, image.height, scene.seed());
            image.each((p, i) -> {
                float ratio = (calm[i] + 0.12f) / (soft[i] + 0.12f);
                float line = Ramp.clamp(1 - 3.6f * Math.max(0, 0.985f - ratio));
                float shade = 0.55f + 0.45f * Ramp.up(0.05f, 0.85f, soft[i]);
                float l = Ramp.clamp(0.16f + 0.81f * line * shade + 0.018f * paper[i] * (1.2f - line * shade));
                p.set(i, Ramp.mix(p.l[i], l, k), p.a[i] * (1 - k), p.b[i] * (1 - k) + 0.006f * k);
            });
        };
    }

    /** Large square pixels in few colours. */
    static Edit pixelArt(double amount) {
        return (image, scene) -> {
            int block = Math.max(2, Math.round(EffectEdits.px(image, 0.006 + 0.014 * amount)));
            LabImage small = Resampling.reduced(image, block);
            scene.pass();
            ColorCount palette =
                    ColorCount.of(small, Resampling.reducedWeights(scene.weights(image), image, block), 28);
            small.each((p, i) -> p.set(i, palette.nearest(p.shade(i))));
            Rows.each(image.height, y -> {
                for (int x = 0; x < image.width; x++) {
                    image.set(y * image.width + x, small.shade(y / block * small.width + x / block));
                }
            });
        };
    }
}
