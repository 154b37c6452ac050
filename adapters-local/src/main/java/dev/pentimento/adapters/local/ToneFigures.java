package dev.pentimento.adapters.local;

/**
 * Light and colour of a picture as a whole.
 *
 * @param lightness mean OKLab lightness, 0 = black .. 1 = white
 * @param contrast standard deviation of the lightness, 0..0.5: the root-mean-square contrast of Peli ("Contrast in complex images", 1990)
 * @param chroma mean OKLab chroma, 0 = grey .. about 0.3
 * @param colorfulness of Hasler and Süsstrunk ("Measuring colourfulness in natural images", 2003): 0 none, 33 moderate, 59 quite, 109 extreme
 * @param warmth -1 = all colour lies on the cool side .. 1 = on the warm side: the mean component of the colours along the warm axis, which lies at
 *     a hue of about 50° (Ou et al., "A study of colour emotion and colour preference", part I, 2004), over their mean chroma
 * @param pleasure from the mean brightness B and saturation S of HSV: 0.69 B + 0.22 S (Valdez and Mehrabian, "Effects of color on emotions", 1994)
 * @param arousal -0.31 B + 0.60 S, likewise
 * @param dominance -0.76 B + 0.32 S, likewise
 * @param clipped share of pixels that are black or white without any drawing in them, 0..1
 */
record ToneFigures(
        double lightness,
        double contrast,
        double chroma,
        double colorfulness,
        double warmth,
        double pleasure,
        double arousal,
        double dominance,
        double clipped) {
    private static final double WARM_HUE = Math.toRadians(50);
    /** So little colour leans to neither side. */
    private static final double COLORLESS = 0.004;

    static ToneFigures of(LabImage image) {
        Sum sum = new Sum();
        for (int i = 0; i < image.l.length; i++) {
            sum.add(image, i);
        }
        return sum.figures();
    }

    private static final class Sum {
        private int n;
        private double light;
        private double lightSquared;
        private double chroma;
        private double warm;
        private double brightness;
        private double saturation;
        private double clipped;
        private final Spread redGreen = new Spread();
        private final Spread yellowBlue = new Spread();

        void add(LabImage image, int i) {
            float l = image.l[i];
            n++;
            light += l;
            lightSquared += l * l;
            chroma += image.chroma(i);
            warm += image.a[i] * StrictMath.cos(WARM_HUE) + image.b[i] * StrictMath.sin(WARM_HUE);
            clipped += l < 0.02f || l > 0.998f ? 1 : 0;
            addRgb(Srgb.ofLab(l, image.a[i], image.b[i], 255));
        }

        private void addRgb(int argb) {
            int red = argb >> 16 & 0xff;
            int green = argb >> 8 & 0xff;
            int blue = argb & 0xff;
            int most = Math.max(red, Math.max(green, blue));
            int least = Math.min(red, Math.min(green, blue));
            brightness += most / 255.0;
            saturation += most == 0 ? 0 : (most - least) / (double) most;
            redGreen.add(red - green);
            yellowBlue.add((red + green) / 2.0 - blue);
        }

        ToneFigures figures() {
            double mean = light / n;
            double b = brightness / n;
            double s = saturation / n;
            return new ToneFigures(
                    mean,
                    Math.sqrt(Math.max(0, lightSquared / n - mean * mean)),
                    chroma / n,
                    Math.hypot(redGreen.deviation(), yellowBlue.deviation())
                            + 0.3 * Math.hypot(redGreen.mean(), yellowBlue.mean()),
                    chroma / n < COLORLESS ? 0 : warm / chroma,
                    0.69 * b + 0.22 * s,
                    -0.31 * b + 0.60 * s,
                    -0.76 * b + 0.32 * s,
                    clipped / n);
        }
    }

    private static final class Spread {
        private int n;
        private double sum;
        private double squares;

        void add(double value) {
            n++;
            sum += value;
            squares += value * value;
        }

        double mean() {
            return sum / n;
        }

        double deviation() {
            return Math.sqrt(Math.max(0, squares / n - mean() * mean()));
        }
    }
}
