package dev.pentimento.adapters.local;

import org.jspecify.annotations.Nullable;

/** Looks at the pixels around one pixel to tell how two areas mix in it. For one thread. */
final class Crossing {
    private static final int REACH = 2;
    private static final int FAR = 3;

    private final LabImage image;
    private final int[] labels;
    private final AreaColors colors;

    Crossing(LabImage image, int[] labels, AreaColors colors) {
        this.image = image;
        this.labels = labels;
        this.colors = colors;
    }

    /** The new colour of a pixel: its area's own, or at an edge the same mixture of both areas as before. */
    Shade color(int x, int y) {
        int i = y * image.width + x;
        Shade own = colors.at(labels[i], x, y);
        int other = otherLabel(x, y, labels[i]);
        Shade beyond = colors.at(other, x, y);
        if (own == null) {
            return image.shade(i);
        }
        if (other == labels[i] || beyond == null) {
            return own;
        }
        Shade here = pure(x, y, labels[i]);
        Shade there = pure(x, y, other);
        return here == null || there == null ? own : own.mix(beyond, share(image.shade(i), here, there));
    }

    /** The nearest area of another colour. */
    private int otherLabel(int x, int y, int label) {
        int best = label;
        int nearest = Integer.MAX_VALUE;
        for (int v = Math.max(0, y - REACH); v <= Math.min(image.height - 1, y + REACH); v++) {
            for (int u = Math.max(0, x - REACH); u <= Math.min(image.width - 1, x + REACH); u++) {
                int candidate = labels[v * image.width + u];
                int distance = (u - x) * (u - x) + (v - y) * (v - y);
                if (candidate != label && distance < nearest && !colors.areOne(candidate, label)) {
                    best = candidate;
                    nearest = distance;
                }
            }
        }
        return best;
    }

    /** The old colour of an area near here: its pixel furthest inside. */
    private @Nullable Shade pure(int x, int y, int label) {
        int best = -1;
        int most = -1;
        for (int v = Math.max(1, y - FAR); v <= Math.min(image.height - 2, y + FAR); v++) {
            for (int u = Math.max(1, x - FAR); u <= Math.min(image.width - 2, x + FAR); u++) {
                int i = v * image.width + u;
                if (labels[i] == label) {
                    int inside = inside(i, label);
                    if (inside > most) {
                        most = inside;
                        best = i;
                    }
                }
            }
        }
        return best < 0 ? null : image.shade(best);
    }

    private int inside(int i, int label) {
        int count = 0;
        for (int v = -1; v <= 1; v++) {
            for (int u = -1; u <= 1; u++) {
                if (labels[i + v * image.width + u] == label) {
                    count++;
                }
            }
        }
        return count;
    }

    private static float share(Shade pixel, Shade here, Shade there) {
        float dl = there.l() - here.l();
        float da = there.a() - here.a();
        float db = there.b() - here.b();
        float span = dl * dl + da * da + db * db;
        if (span < 1e-4f) {
            return 0;
        }
        float way = (pixel.l() - here.l()) * dl + (pixel.a() - here.a()) * da + (pixel.b() - here.b()) * db;
        return Ramp.clamp(way / span);
    }
}
