package dev.pentimento.adapters.local;

import java.util.function.DoubleUnaryOperator;

/**
 * A function of lightness 0..1 as a table, so that a pass over millions of pixels needs no powers. Whoever fills it uses
 * {@link StrictMath}: the same bits on every machine.
 */
final class Curve {
    private static final int STEPS = 1024;

    private final float[] table = new float[STEPS + 2];

    Curve(DoubleUnaryOperator function) {
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) function.applyAsDouble(Math.min(1.0, (double) i / STEPS));
        }
    }

    float at(float value) {
        float position = Ramp.clamp(value) * STEPS;
        int i = (int) position;
        return Ramp.mix(table[i], table[i + 1], position - i);
    }
}
