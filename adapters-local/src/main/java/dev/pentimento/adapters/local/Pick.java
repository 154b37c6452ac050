package dev.pentimento.adapters.local;

/**
 * Says softly which colours belong to a name.
 *
 * @param hueA cosine of the middle hue
 * @param hueB sine of it
 * @param inner cosine of the angle up to which a hue counts fully; -1 = every hue
 * @param outer cosine of the angle from which it does not count
 */
record Pick(
        float hueA, float hueB, float inner, float outer, float darkest, float lightest, float palest, float richest) {
    private static final float SOFT_LIGHT = 0.08f;

    /** Colours within {@code width} degrees of a hue, half as far again fading out. */
    static Pick hue(double degrees, double width) {
        double angle = Math.toRadians(degrees);
        return new Pick(
                (float) StrictMath.cos(angle),
                (float) StrictMath.sin(angle),
                (float) StrictMath.cos(Math.toRadians(width)),
                (float) StrictMath.cos(Math.toRadians(width * 1.5)),
                -1,
                2,
                0.05f,
                2);
    }

    static Pick grey(double darkest, double lightest) {
        return new Pick(1, 0, -1, -2, (float) darkest, (float) lightest, -1, 0.035f);
    }

    Pick above(double lightness, double chroma) {
        return new Pick(hueA, hueB, inner, outer, (float) lightness, lightest, (float) chroma, richest);
    }

    Pick between(double dark, double light) {
        return new Pick(hueA, hueB, inner, outer, (float) dark, (float) light, palest, richest);
    }

    Pick below(double chroma) {
        return new Pick(hueA, hueB, inner, outer, darkest, lightest, palest, (float) chroma);
    }

    float share(float l, float a, float b) {
        float chroma = (float) Math.sqrt(a * a + b * b);
        float light = Ramp.up(darkest - SOFT_LIGHT, darkest, l) * Ramp.down(lightest, lightest + SOFT_LIGHT, l);
        float rich =
                (palest < 0 ? 1 : Ramp.up(palest * 0.4f, palest, chroma)) * Ramp.down(richest, richest * 1.4f, chroma);
        return light == 0 || rich == 0 ? 0 : light * rich * ofHue(a, b, chroma);
    }

    private float ofHue(float a, float b, float chroma) {
        if (inner <= -1) {
            return 1;
        }
        return chroma < 1e-5f ? 0 : Ramp.up(outer, inner, (a * hueA + b * hueB) / chroma);
    }
}
