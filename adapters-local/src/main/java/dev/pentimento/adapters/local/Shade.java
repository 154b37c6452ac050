package dev.pentimento.adapters.local;

/** A colour in OKLab. */
record Shade(float l, float a, float b) {

    float chroma() {
        return (float) Math.sqrt(a * a + b * b);
    }

    float distance(Shade other) {
        float dl = l - other.l;
        float da = a - other.a;
        float db = b - other.b;
        return (float) Math.sqrt(dl * dl + da * da + db * db);
    }

    /** The distance without lightness. */
    float colorDistance(Shade other) {
        float da = a - other.a;
        float db = b - other.b;
        return (float) Math.sqrt(da * da + db * db);
    }

    Shade mix(Shade other, float share) {
        return new Shade(Ramp.mix(l, other.l, share), Ramp.mix(a, other.a, share), Ramp.mix(b, other.b, share));
    }

    Shade lighter(float by) {
        return new Shade(Ramp.clamp(l + by), a, b);
    }
}
