package dev.pentimento.adapters.local;

/**
 * Fewer colours, flat areas, less clutter.
 *
 * <p>Drawn pictures keep their own edges: where two areas meet, each pixel keeps its share of both, so that lettering stays as crisp as it was.
 * Colourful photographs become areas with smooth outlines, like a poster; softly shaded ones a calm illustration.
 */
final class Minimalism implements Edit {
    /** Areas are looked for in no more pixels than this, px. */
    private static final double WORK = 1_600_000;

    private final double amount;

    Minimalism(double amount) {
        this.amount = amount;
    }

    @Override
    public void apply(LabImage image, Scene scene) {
        int factor = (int) Math.ceil(Math.sqrt(image.l.length / WORK));
        LabImage work = Resampling.reduced(image, factor);
        float[] weights = Resampling.reducedWeights(scene.weights(image), image, factor);
        scene.pass();
        LabImage simple = simplified(work, weights, scene);
        scene.pass();
        LabImage result = factor == 1 ? simple : Resampling.enlarged(simple, factor, image);
        image.mixWith(result, (float) Math.min(1, amount / 0.25));
    }

    private LabImage simplified(LabImage work, float[] weights, Scene scene) {
        if (Flatness.isDrawn(work)) {
            return new DrawnAreas(work, weights, amount, scene).simplified();
        }
        return ShadedAreas.prevailIn(work, weights)
                ? new ShadedAreas(work, weights, amount, scene).simplified()
                : new PosterAreas(work, weights, amount, scene).simplified();
    }
}
