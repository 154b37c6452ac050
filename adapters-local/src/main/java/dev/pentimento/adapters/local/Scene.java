package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Mask;
import dev.pentimento.ports.out.CallContext;
import org.jspecify.annotations.Nullable;

/**
 * What an edit may look at beside the picture.
 *
 * @param mask where the picture may change; null = everywhere. Statistics are taken from there only
 * @param seed fixes chance
 * @param keepsShapes whether no part may vanish
 */
record Scene(@Nullable Mask mask, long seed, boolean keepsShapes, CallContext context) {

    /** How much each pixel counts, 0..1: where the picture may change and is not transparent. */
    float[] weights(LabImage image) {
        float[] weights = image.alpha.clone();
        Mask where = mask;
        if (where != null) {
            Rows.each(image.height, y -> {
                for (int x = 0; x < image.width; x++) {
                    weights[y * image.width + x] *= where.coverage(x, y) / 255f;
                }
            });
        }
        return weights;
    }

    /** Mean lightness where it counts; 0.5 where nothing does. */
    float meanLightness(LabImage image) {
        float[] weights = weights(image);
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * image.l[i];
            weight += weights[i];
        }
        return weight == 0 ? 0.5f : (float) (sum / weight);
    }

    void pass() {
        context.checkCanceled();
    }
}
