package dev.pentimento.adapters.local;

/**
 * A softly shaded photograph as a calm illustration: texture goes, areas come closer to one colour each, soft shading stays and borders run where the photograph has
 * its edges. Where two areas meet without an edge, one passes into the other.
 */
final class ShadedAreas {
    /** Mean chroma in OKLab above which colours alone tell areas apart. */
    private static final double COLORFUL = 0.065;
    /** The smallest difference in OKLab that counts as an edge once texture is gone. */
    private static final float EDGE = 0.004f;

    private final LabImage image;
    private final float[] weights;
    private final double amount;
    private final Scene scene;

    ShadedAreas(LabImage image, float[] weights, double amount, Scene scene) {
        this.image = image;
        this.weights = weights;
        this.amount = amount;
        this.scene = scene;
    }

    /** Whether a photograph lives by light and shadow more than by its colours. */
    static boolean prevailIn(LabImage image, float[] weights) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * image.chroma(i);
            weight += weights[i];
        }
        return sum < COLORFUL * weight;
    }

    LabImage simplified() {
        LabImage calm = calm();
        LabImage flat = new PosterAreas(image, weights, amount, scene)
                .flattened(
                        calm,
                        new PosterAreas.Look((float) (0.3 + 0.2 * amount), (int) Math.round(36 - 16 * amount), 0));
        scene.pass();
        flat.mixWith(calm, (float) (0.6 - 0.25 * amount));
        return new EdgeBlur(calm, EDGE).spread(flat, EffectEdits.px(image, 0.07));
    }

    /** The picture without its texture. */
    private LabImage calm() {
        LabImage calm = image.copy();
        Smoothing.denoise(0.4 + 0.4 * amount).apply(calm, scene);
        float edge = (float) (0.007 + 0.007 * amount);
        calm = new EdgeBlur(calm, edge).spread(calm, EffectEdits.px(image, 0.02 + 0.03 * amount));
        scene.pass();
        return calm;
    }
}
