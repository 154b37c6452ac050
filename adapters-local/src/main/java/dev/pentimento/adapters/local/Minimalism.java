package dev.pentimento.adapters.local;

/**
 * Fewer colours, flat areas, less clutter.
 *
 * <p>Drawn pictures keep their own edges: where two areas meet, each pixel keeps its share of both, so that lettering stays as crisp as it was.
 * Photographs become areas with smooth outlines, like a poster.
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
        boolean drawn = Flatness.isDrawn(work);
        LabImage simple = drawn
                ? new DrawnAreas(work, weights, amount, scene).simplified()
                : new PosterAreas(work, weights, amount, scene).simplified();
        scene.pass();
        LabImage result = factor == 1 ? simple : Resampling.enlarged(simple, factor, image);
        image.mixWith(result, (float) Math.min(1, amount / 0.25));
    }
}
