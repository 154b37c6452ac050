package dev.pentimento.adapters.local;

/** Smooth steps between two levels. */
final class Ramp {
    private Ramp() {}

    /** 0 up to {@code low}, 1 from {@code high} on, an S in between. */
    static float up(float low, float high, float value) {
        float t = clamp((value - low) / (high - low));
        return t * t * (3 - 2 * t);
    }

    /** 1 up to {@code low}, 0 from {@code high} on. */
    static float down(float low, float high, float value) {
        return 1 - up(low, high, value);
    }

    static float clamp(float value) {
        return value < 0 ? 0 : value > 1 ? 1 : value;
    }

    static float mix(float from, float to, float share) {
        return from + (to - from) * share;
    }
}
