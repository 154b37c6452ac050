package dev.pentimento.adapters.local;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One figure on a scale between "not at all" and "wholly".
 *
 * @param figure as people say it
 * @param none the value at which a picture has nothing of it; may be greater than {@code full}
 * @param full the value at which there could not be more of it
 */
record Gauge(String figure, ToDoubleFunction<Measures> value, double none, double full) {

    /** 0..1; {@link Double#NaN} where the picture does not tell. */
    double degree(Measures measures) {
        double share = (value.applyAsDouble(measures) - none) / (full - none);
        return Double.isNaN(share) ? share : Math.max(0, Math.min(1, share));
    }

    /** The value, and from where on it counts, such as {@code mean lightness 0.312 (wanted: 0.690 or more)}. */
    String words(Measures measures) {
        double value = this.value.applyAsDouble(measures);
        return Double.isNaN(value)
                ? figure + " cannot be measured here"
                : String.format(
                        Locale.ROOT,
                        "%s %.3f (wanted: %.3f or %s)",
                        figure,
                        value,
                        none + Judged.YES_FROM * (full - none),
                        full > none ? "more" : "less");
    }
}
