package dev.pentimento.adapters.local;

import java.util.stream.IntStream;

/** Tells the foreground of a picture from the background that its border shows. */
final class Foreground {
    private static final double LEAST_OPENING = 0.002;
    private static final double SHARP_RIM = 0.75;
    private static final double LEAST_EDGE = 0.016;
    private static final double EXPECTED = 0.07;

    private static final double BAND = 0.025;
    /** Whatever is neither background nor thinner than this share of the picture is foreground. */
    private static final double THICK = 0.013;

    private final OkPlanes picture;
    private final float[] difference;
    /** Up to here a pixel surely is background. */
    private final float alike;
    /** From here on a pixel surely is foreground; between both, edges decide. */
    private final float different;

    private Foreground(OkPlanes picture) {
        this.picture = softened(picture);
        ColourModel background =
                ColourModel.of(this.picture, border((int) Math.max(2, BAND * Math.min(picture.width, picture.height))));
        this.difference = new float[picture.width * picture.height];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = background.distance(i);
        }
        float spread = background.spread();
        this.alike = Math.max(0.012f, Math.min(0.05f, 1.2f * spread));
        this.different = Math.max(0.045f, Math.min(0.2f, 3.5f * spread));
    }

    /** Everything that differs from the border, out to its edge; openings, such as a handle's, are left out. */
    static boolean[] of(OkPlanes picture) {
        return new Foreground(picture).found();
    }

    private static OkPlanes softened(OkPlanes picture) {
        OkPlanes result = new OkPlanes(picture.width, picture.height);
        for (int c = 0; c < OkPlanes.COUNT; c++) {
            Coverage plane = new Coverage(picture.width, picture.height);
            System.arraycopy(picture.planes[c], 0, plane.values, 0, plane.values.length);
            System.arraycopy(plane.blurred(0.8).values, 0, result.planes[c], 0, plane.values.length);
        }
        return result;
    }

    private boolean[] found() {
        boolean[] outside = surelyOutside();
        int thick = (int) Math.max(2, THICK * Math.min(picture.width, picture.height));
        boolean[] inside = Patches.eroded(Patches.inverted(outside), picture.width, thick);
        for (int i = 0; i < inside.length; i++) {
            inside[i] |= difference[i] >= different;
        }
        boolean[] main = Patches.main(inside, picture.width);
        return Watershed.part(picture, Patches.eroded(main, picture.width, 1), outside);
    }

    private boolean[] surelyOutside() {
        boolean[] border = border(1);
        boolean[] calm = where(0, alike);
        double barrier = barrier(border);
        for (int i = 0; i < calm.length; i++) {
            calm[i] &= Watershed.slope(picture, i) < barrier;
        }
        boolean[] outside = border.clone();
        for (int[] patch : Patches.all(calm, picture.width)) {
            mark(outside, patch, touchesBorder(patch));
        }
        OkPlanes continued = continued(outside);
        for (int[] patch : Patches.all(where(0, 2 * alike), picture.width)) {
            mark(outside, patch, !touchesBorder(patch) && isOpening(patch, continued));
        }
        return outside;
    }

    /** Steeper changes than the border itself shows are edges of things; the edges of soft shadows are not. */
    private double barrier(boolean[] border) {
        double[] slopes = IntStream.range(0, border.length)
                .filter(i -> border[i])
                .mapToDouble(i -> Watershed.slope(picture, i))
                .sorted()
                .toArray();
        return Math.max(LEAST_EDGE, 1.5 * slopes[(int) (0.9 * slopes.length)]);
    }

    /** What the background would look like behind the subject. */
    private OkPlanes continued(boolean[] outside) {
        OkPlanes continued = picture.copy();
        LineFill.acrossRows(continued, Patches.inverted(outside));
        return continued;
    }

    private static void mark(boolean[] set, int[] patch, boolean wanted) {
        for (int i = 0; wanted && i < patch.length; i++) {
            set[patch[i]] = true;
        }
    }

    private boolean touchesBorder(int[] patch) {
        Box inner = Box.ofSize(picture.width, picture.height).grown(-1);
        for (int i : patch) {
            if (!inner.contains(i % picture.width, i / picture.width)) {
                return true;
            }
        }
        return false;
    }

    private boolean[] where(float from, float to) {
        boolean[] set = new boolean[difference.length];
        for (int i = 0; i < set.length; i++) {
            set[i] = difference[i] >= from && difference[i] < to;
        }
        return set;
    }

    private boolean[] border(int depth) {
        boolean[] set = new boolean[picture.width * picture.height];
        Box inner = Box.ofSize(picture.width, picture.height).grown(-depth);
        for (int i = 0; i < set.length; i++) {
            set[i] = !inner.contains(i % picture.width, i / picture.width);
        }
        return set;
    }

    /** Whether the background is seen through an opening: a patch that looks as the background would there, with something else all round. */
    private boolean isOpening(int[] patch, OkPlanes continued) {
        if (patch.length < LEAST_OPENING * difference.length) {
            return false;
        }
        boolean[] inside = new boolean[difference.length];
        double unlike = 0;
        for (int i : patch) {
            inside[i] = true;
            unlike += picture.distance(i, continued.colour(i));
        }
        if (unlike > EXPECTED * patch.length) {
            return false;
        }
        boolean[] near = Coverage.grown(inside, picture.width, 3);
        boolean[] rim = Coverage.grown(near, picture.width, 3);
        int sharp = 0;
        int count = 0;
        for (int i = 0; i < rim.length; i++) {
            if (rim[i] && !near[i]) {
                count++;
                sharp += difference[i] > 2 * alike ? 1 : 0;
            }
        }
        return sharp > SHARP_RIM * count;
    }
}
