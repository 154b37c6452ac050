package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A picture's own colours, reduced to a few by k-means in OKLab. Free of chance: the first guesses are far apart from each other. */
final class ColorCount {
    private static final int SAMPLES = 20_000;
    private static final int ROUNDS = 12;
    private static final float HUE_COUNTS = 3;

    private final List<Shade> colors;

    private ColorCount(List<Shade> colors) {
        this.colors = colors;
    }

    static ColorCount of(LabImage image, float[] weights, int count) {
        int step = Math.max(1, image.l.length / SAMPLES);
        List<Shade> shades = new ArrayList<>();
        List<Float> weight = new ArrayList<>();
        for (int i = step / 2; i < image.l.length; i += step) {
            if (weights[i] > 0.01f) {
                shades.add(image.shade(i));
                weight.add(weights[i]);
            }
        }
        return of(shades, weight, count);
    }

    /** At most {@code count} colours for weighted ones; one grey where there are none. */
    static ColorCount of(List<Shade> shades, List<Float> weights, int count) {
        if (shades.isEmpty()) {
            return new ColorCount(List.of(new Shade(0.5f, 0, 0)));
        }
        List<Shade> colors = farApart(shades, weights, count);
        for (int round = 0; round < ROUNDS; round++) {
            colors = means(shades, weights, colors);
        }
        return new ColorCount(colors);
    }

    List<Shade> colors() {
        return colors;
    }

    Shade nearest(Shade shade) {
        return colors.get(nearest(colors, shade));
    }

    /** Begins with the weightiest and goes on with what is far from all others and weighty. */
    private static List<Shade> farApart(List<Shade> shades, List<Float> weights, int count) {
        List<Shade> chosen = new ArrayList<>();
        float[] gap = new float[shades.size()];
        Arrays.fill(gap, 1);
        while (chosen.size() < Math.min(count, shades.size())) {
            int best = 0;
            for (int i = 1; i < gap.length; i++) {
                if (gap[i] * weights.get(i) > gap[best] * weights.get(best)) {
                    best = i;
                }
            }
            if (gap[best] <= 1e-6f) {
                break;
            }
            Shade next = shades.get(best);
            chosen.add(next);
            for (int i = 0; i < gap.length; i++) {
                gap[i] = Math.min(gap[i], apart(next, shades.get(i)));
            }
        }
        return chosen;
    }

    private static List<Shade> means(List<Shade> shades, List<Float> weights, List<Shade> colors) {
        double[][] sums = new double[colors.size()][4];
        for (int i = 0; i < shades.size(); i++) {
            double[] sum = sums[nearest(colors, shades.get(i))];
            float weight = weights.get(i);
            sum[0] += weight * shades.get(i).l();
            sum[1] += weight * shades.get(i).a();
            sum[2] += weight * shades.get(i).b();
            sum[3] += weight;
        }
        List<Shade> means = new ArrayList<>();
        for (int k = 0; k < sums.length; k++) {
            double weight = sums[k][3];
            means.add(
                    weight == 0
                            ? colors.get(k)
                            : new Shade((float) (sums[k][0] / weight), (float) (sums[k][1] / weight), (float)
                                    (sums[k][2] / weight)));
        }
        return means;
    }

    private static int nearest(List<Shade> colors, Shade shade) {
        int best = 0;
        float least = Float.MAX_VALUE;
        for (int k = 0; k < colors.size(); k++) {
            float distance = apart(colors.get(k), shade);
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
        return best;
    }

    /** Squared; a change of hue is missed more than a change of light. */
    private static float apart(Shade one, Shade other) {
        float dl = one.l() - other.l();
        float da = one.a() - other.a();
        float db = one.b() - other.b();
        return dl * dl + HUE_COUNTS * (da * da + db * db);
    }
}
