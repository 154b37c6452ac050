package dev.pentimento.adapters.local;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The calm background of a picture, found by a flood from its borders. */
final class Backdrop {
    /** Steps between neighbours that still belong to one background; drawn edges are steeper. */
    private static final float CALM = 0.022f;
    /** A background may drift this far from where the flood came in: a gradient, not another object. */
    private static final float DRIFT = 0.16f;
    /** Less of a picture than this is a corner and no background. */
    private static final double LEAST = 0.12;

    /** Colours of an even border are no further apart. */
    private static final float EVEN = 0.06f;
    /** Colours closer than this are one. */
    private static final float SAME = 0.012f;

    private final LabImage image;
    private final boolean[] inside;
    private final int[] entry;
    private int count;

    private Backdrop(LabImage image) {
        this.image = image;
        this.inside = new boolean[image.l.length];
        this.entry = new int[image.l.length];
    }

    /** Looks at {@code image} again and again, so it must not change meanwhile. */
    static Backdrop of(LabImage image) {
        Backdrop backdrop = new Backdrop(image);
        backdrop.flood();
        backdrop.floodHoles();
        return backdrop;
    }

    /** Whether there is such a background at all; photographs seldom have one. */
    boolean isFound() {
        return count >= LEAST * inside.length && calmBorder() > 0.9 && (Flatness.isDrawn(image) || evenBorder() > 0.8);
    }

    /** Whether there is nothing behind the object at all. */
    boolean isTransparent() {
        return Arrays.stream(border()).filter(i -> image.alpha[i] < 0.02f).count() > 0.9 * border().length;
    }

    boolean contains(int i) {
        return inside[i];
    }

    /** How much each pixel is background, 0..1, with edges as soft as the picture's own. */
    float[] shares() {
        float[] hard = new float[inside.length];
        for (int i = 0; i < hard.length; i++) {
            hard[i] = inside[i] ? 1 : 0;
        }
        float[] near = Planes.box(hard, image.width, image.height, 2);
        float[] shares = hard.clone();
        Rows.each(image.height, y -> {
            for (int x = 0; x < image.width; x++) {
                int i = y * image.width + x;
                if (!inside[i] && near[i] > 0) {
                    shares[i] = edgeShare(x, y);
                }
            }
        });
        return shares;
    }

    /** An edge pixel mixes the background beside it with the object behind it; how much of each is told by its colour. */
    private float edgeShare(int x, int y) {
        PixelMean ground = new PixelMean();
        Shade pixel = image.shade(y * image.width + x);
        LabImage mean = new LabImage(1, 1);
        for (int i : window(x, y, 3)) {
            if (i >= 0 && inside[i]) {
                ground.add(image, i, 1);
            }
        }
        ground.into(mean, 0);
        Shade background = mean.shade(0);
        Shade object = farthest(x, y, background);
        float span = background.distance(object);
        return span < 0.03f ? 0 : Ramp.clamp(1 - background.distance(pixel) / span);
    }

    /** The object's own colour: among the neighbours outside the one that differs most from the background. */
    Shade farthest(int x, int y, Shade background) {
        Shade best = image.shade(y * image.width + x);
        for (int i : window(x, y, 2)) {
            if (i >= 0 && !inside[i] && image.shade(i).distance(background) > best.distance(background)) {
                best = image.shade(i);
            }
        }
        return best;
    }

    /** Indices around a pixel; -1 beyond the border. */
    private int[] window(int x, int y, int radius) {
        int side = 2 * radius + 1;
        int[] indices = new int[side * side];
        for (int k = 0; k < indices.length; k++) {
            int u = x + k % side - radius;
            int v = y + k / side - radius;
            indices[k] = u < 0 || v < 0 || u >= image.width || v >= image.height ? -1 : v * image.width + u;
        }
        return indices;
    }

    private void flood() {
        int[] queue = new int[inside.length];
        int end = 0;
        for (int i : border()) {
            if (!inside[i]) {
                inside[i] = true;
                entry[i] = i;
                queue[end++] = i;
            }
        }
        for (int head = 0; head < end; head++) {
            int i = queue[head];
            for (int j : neighbours(i)) {
                if (j >= 0 && !inside[j] && flows(i, j)) {
                    inside[j] = true;
                    entry[j] = entry[i];
                    queue[end++] = j;
                }
            }
        }
        count = end;
    }

    private boolean flows(int from, int to) {
        if (image.alpha[to] < 0.02f) {
            return true;
        }
        return image.distance(from, to) < CALM
                && image.distance(entry[from], to) < DRIFT
                && Math.abs(image.alpha[from] - image.alpha[to]) < 0.1f;
    }

    private int[] neighbours(int i) {
        int x = i % image.width;
        return new int[] {
            x > 0 ? i - 1 : -1,
            x < image.width - 1 ? i + 1 : -1,
            i - image.width,
            i + image.width < inside.length ? i + image.width : -1
        };
    }

    private double calmBorder() {
        int[] border = border();
        int calm = 0;
        for (int k = 1; k < border.length; k++) {
            if (image.distance(border[k - 1], border[k]) < CALM) {
                calm++;
            }
        }
        return (double) calm / border.length;
    }

    /** How much of the border has the colour that most of it has. */
    private double evenBorder() {
        int[] border = border();
        int[] byLight = Arrays.stream(border)
                .boxed()
                .sorted((i, j) -> Float.compare(image.l[i], image.l[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        int middle = byLight[byLight.length / 2];
        long even = Arrays.stream(border)
                .filter(i -> image.distance(i, middle) < EVEN)
                .count();
        return (double) even / border.length;
    }

    /** In a drawing also the holes of letters and handles show the background, where it has one colour. */
    private void floodHoles() {
        if (!Flatness.isDrawn(image) || evenBorder() < 1) {
            return;
        }
        for (int i = 0; i < inside.length; i++) {
            if (!inside[i] && image.distance(i, 0) < SAME && Math.abs(image.alpha[i] - image.alpha[0]) < SAME) {
                inside[i] = true;
            }
        }
    }

    /** Once around, clockwise. */
    private int[] border() {
        int w = image.width;
        int h = image.height;
        return IntStream.concat(
                        IntStream.concat(
                                IntStream.range(0, w), IntStream.range(1, h).map(y -> y * w + w - 1)),
                        IntStream.concat(
                                IntStream.range(1, w).map(x -> (h - 1) * w + w - 1 - x),
                                IntStream.range(1, h).map(y -> (h - 1 - y) * w)))
                .toArray();
    }
}
