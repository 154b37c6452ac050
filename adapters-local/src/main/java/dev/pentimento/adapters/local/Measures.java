package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Raster;

/** The figures of one picture that judgements rest on. The same picture gives the same figures. */
record Measures(ToneFigures tones, EdgeFigures edges, LayoutFigures layout, ColorShares colors) {
    /** Overall figures are taken from a picture at most this long, px. */
    private static final int SIDE = 256;

    static Measures of(Raster raster) {
        return of(onWhite(LabImage.of(raster)));
    }

    /** @param whole without transparency */
    static Measures of(LabImage whole) {
        LabImage small = Resampling.reduced(whole, factor(whole.width, whole.height));
        return new Measures(
                ToneFigures.of(small), EdgeFigures.of(whole, small), LayoutFigures.of(small), ColorShares.of(small));
    }

    static int factor(int width, int height) {
        return Math.max(1, (Math.max(width, height) + SIDE - 1) / SIDE);
    }

    /** What is transparent is judged as it would look on paper. */
    static LabImage onWhite(LabImage image) {
        image.each((p, i) -> {
            float alpha = p.alpha[i];
            p.set(i, Ramp.mix(1, p.l[i], alpha), p.a[i] * alpha, p.b[i] * alpha);
            p.alpha[i] = 1;
        });
        return image;
    }
}
