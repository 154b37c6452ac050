package dev.pentimento.adapters.local;

/** Changes to the colours that have a name, and towards one. */
final class ColorEdits {
    /** Less than this of the picture is no such colour, only chance. */
    private static final double LEAST = 0.0005;

    private ColorEdits() {}

    /** Applies {@code edit} to the pixels of one colour only. */
    static Edit only(ColorName color, Edit edit) {
        return (image, scene) -> {
            LabImage edited = image.copy();
            edit.apply(edited, scene);
            image.each((p, i) -> {
                float share = color.share(p, i);
                p.set(
                        i,
                        Ramp.mix(p.l[i], edited.l[i], share),
                        Ramp.mix(p.a[i], edited.a[i], share),
                        Ramp.mix(p.b[i], edited.b[i], share));
            });
        };
    }

    /** Moves the light of one colour; the amount is signed. Its chroma stays, so that it is still that colour. */
    static Edit light(double amount) {
        float k = (float) amount * 0.2f;
        return (image, scene) -> image.each((p, i) -> {
            float room = k > 0 ? Math.min(1, 2.2f * (1 - p.l[i])) : Math.min(1, 2.2f * p.l[i]);
            float chroma = 1 + 0.5f * Math.max(0, k);
            p.set(i, p.l[i] + k * room, p.a[i] * chroma, p.b[i] * chroma);
        });
    }

    /** Turns one colour into another and keeps its shading. */
    static Edit recolor(ColorName from, Shade to, double amount) {
        float k = ToneEdits.settled(amount);
        return (image, scene) -> {
            Shade middle = middle(image, scene.weights(image), from);
            if (middle == null) {
                return;
            }
            Shade target = reachable(middle, to);
            image.each((p, i) -> {
                float share = k * from.share(p, i);
                if (share > 0) {
                    turn(p, i, middle, target, share);
                }
            });
        };
    }

    /** Dark stays a little darker, light a little lighter than the name says, so that the picture keeps its balance. */
    private static Shade reachable(Shade middle, Shade to) {
        float l = to.chroma() < 0.01f ? to.l() : Ramp.mix(middle.l(), to.l(), 0.65f);
        return new Shade(l, to.a(), to.b());
    }

    private static void turn(LabImage p, int i, Shade middle, Shade to, float share) {
        float cover = middle.chroma() < 0.02f ? 1 : Math.min(1.4f, p.chroma(i) / middle.chroma());
        float l = Ramp.clamp(p.l[i] + (to.l() - middle.l()) * Math.min(1, cover));
        p.set(
                i,
                Ramp.mix(p.l[i], l, share),
                Ramp.mix(p.a[i], to.a() * cover, share),
                Ramp.mix(p.b[i], to.b() * cover, share));
    }

    private static @org.jspecify.annotations.Nullable Shade middle(LabImage p, float[] weights, ColorName color) {
        double[] sum = new double[5];
        for (int i = 0; i < weights.length; i++) {
            float share = weights[i] * color.share(p, i);
            sum[0] += share * p.l[i];
            sum[1] += share * p.a[i];
            sum[2] += share * p.b[i];
            sum[3] += share;
            sum[4] += weights[i];
        }
        if (sum[3] <= LEAST * sum[4]) {
            return null;
        }
        return new Shade((float) (sum[0] / sum[3]), (float) (sum[1] / sum[3]), (float) (sum[2] / sum[3]));
    }

    /** A breath of one colour over everything but black and white. */
    static Edit tint(Shade color, double amount) {
        float k = (float) amount * 0.42f;
        return (image, scene) -> image.each((p, i) -> {
            float weight = k * Ramp.up(0, 0.3f, p.l[i]) * Ramp.mix(1, 0.35f, Ramp.up(0.85f, 1, p.l[i]));
            p.set(i, p.l[i], Ramp.mix(p.a[i], color.a(), weight), Ramp.mix(p.b[i], color.b(), weight));
        });
    }

    /** The whole picture in shades of one colour. */
    static Edit colorize(Shade color, double amount) {
        float k = ToneEdits.settled(amount);
        return (image, scene) -> image.each((p, i) -> {
            float l = p.l[i];
            float room = Math.min(1, 4.4f * l * (1 - l) + 0.12f);
            float chroma = color.chroma() < 0.01f ? 0 : Math.min(1, 0.45f + 4 * p.chroma(i)) * room;
            float light = Ramp.mix(l, color.l(), 0.18f * room);
            p.set(
                    i,
                    Ramp.mix(l, light, k),
                    Ramp.mix(p.a[i], color.a() * chroma, k),
                    Ramp.mix(p.b[i], color.b() * chroma, k));
        });
    }
}
