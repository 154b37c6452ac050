package dev.pentimento.adapters.local;

/** Light and overall colour. Amounts are 0..1; 0.6 is plainly visible, 1 strong. */
final class ToneEdits {
    private ToneEdits() {}

    /** Towards amber (amount &gt; 0) or towards blue; black stays black, and white keeps a good part of its purity. */
    static Edit warmth(double amount) {
        float k = (float) amount;
        return (image, scene) -> image.each((p, i) -> {
            float l = p.l[i];
            float weight = k * Ramp.up(0, 0.35f, l) * Ramp.mix(1, 0.5f, Ramp.up(0.8f, 1, l));
            weight *= Ramp.mix(1, 0.4f, Ramp.up(0.03f, 0.14f, k > 0 ? p.b[i] : -p.b[i]));
            float chroma = 1 + 0.15f * Math.max(0, weight) * Ramp.up(0.02f, 0.1f, p.chroma(i));
            p.set(
                    i,
                    l - 0.012f * Math.abs(weight),
                    p.a[i] * chroma + 0.018f * weight,
                    p.b[i] * chroma + 0.052f * weight);
        });
    }

    /** Lighter (amount &gt; 0) or darker; black and white stay, so that nothing turns milky. */
    static Edit brightness(double amount) {
        Curve curve = amount > 0
                ? new Curve(l -> 1 - StrictMath.pow(1 - l, 1 + 0.8 * amount))
                : new Curve(l -> StrictMath.pow(l, 1 - 0.9 * amount) * (1 + 0.1 * amount));
        return (image, scene) -> image.each((p, i) -> relight(p, i, curve.at(p.l[i])));
    }

    /**
     * Gives a pixel another lightness. Its colour grows or shrinks along half-way, as it does in other light, and warm colours lean towards yellow as
     * they get lighter: at one OKLab hue they would turn pink.
     */
    static void relight(LabImage p, int i, float lightness) {
        float ratio = (lightness + 0.2f) / (p.l[i] + 0.2f);
        float chroma = Math.min(1.35f, (1 + ratio) / 2);
        float lean = p.a[i] > 0 && p.b[i] > p.a[i] * 0.6f ? Math.max(0.7f, 1 - 1.6f * (lightness - p.l[i])) : 1;
        p.set(i, lightness, p.a[i] * chroma * Math.min(1.25f, lean), p.b[i] * chroma);
    }

    /** Light apart from dark (amount &gt; 0) or nearer to it, about the picture's own middle. */
    static Edit contrast(double amount) {
        return (image, scene) -> {
            double pivot = Math.min(0.7, Math.max(0.35, scene.meanLightness(image)));
            Curve curve = amount > 0 ? steeper(pivot, amount) : flatter(pivot, -amount);
            image.each((p, i) -> relight(p, i, curve.at(p.l[i])));
        };
    }

    private static Curve steeper(double pivot, double amount) {
        double power = 1 + 0.9 * amount;
        return new Curve(l -> l < pivot
                ? pivot * StrictMath.pow(l / pivot, power)
                : 1 - (1 - pivot) * StrictMath.pow((1 - l) / (1 - pivot), power));
    }

    private static Curve flatter(double pivot, double amount) {
        return new Curve(l -> pivot + (l - pivot) * (1 - 0.5 * amount));
    }

    /** More colour (amount &gt; 0), most where there is little of it, or less; greys stay grey. */
    static Edit saturation(double amount) {
        float k = (float) amount;
        return (image, scene) -> image.each((p, i) -> {
            float chroma = p.chroma(i);
            float factor = k < 0
                    ? 1 + 0.85f * k
                    : 1 + k * Ramp.up(0.004f, 0.03f, chroma) * Ramp.mix(0.95f, 0.35f, Ramp.up(0.05f, 0.25f, chroma));
            p.set(i, p.l[i], p.a[i] * factor, p.b[i] * factor);
        });
    }

    /** Light, soft colours of middling chroma, as in chalk. */
    static Edit pastel(double amount) {
        float k = Math.min(1, (float) amount * 1.25f);
        return (image, scene) -> image.each((p, i) -> {
            float chroma = p.chroma(i);
            float wanted = Math.min(chroma, 0.02f + 0.4f * chroma);
            float factor = chroma < 1e-4f ? 1 : Ramp.mix(1, wanted / chroma, k);
            float light = 1 - (1 - p.l[i]) * 0.52f;
            p.set(i, Ramp.mix(p.l[i], light, k), p.a[i] * factor, p.b[i] * factor);
        });
    }

    /** Colours turn into their opposites in sRGB, as on a negative. */
    static Edit invert(double amount) {
        float k = settled(amount);
        return (image, scene) -> {
            LabImage inverted = image.copy();
            inverted.each((p, i) -> {
                float alpha = p.alpha[i];
                p.setArgb(i, ~Srgb.ofLab(p.l[i], p.a[i], p.b[i], 0));
                p.alpha[i] = alpha;
            });
            image.mixWith(inverted, k);
        };
    }

    /** No colour at all from the default strength on; below, half-way there. */
    static Edit monochrome(double amount) {
        float k = settled(amount);
        return (image, scene) -> {
            image.each((p, i) -> p.set(i, p.l[i], p.a[i] * (1 - k), p.b[i] * (1 - k)));
            contrast(0.35 * amount).apply(image, scene);
        };
    }

    /** For changes that are half done or done: done from the default strength on. */
    static float settled(double amount) {
        return (float) Math.min(1, amount / 0.55);
    }
}
