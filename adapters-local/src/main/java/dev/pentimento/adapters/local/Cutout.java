package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Raster;
import java.util.Optional;

/** The subject of a picture, told from its background. */
final class Cutout {
    private static final int LONGEST_SIDE = 1600;
    private static final double TRANSPARENT_SHARE = 0.02;
    private static final double LEAST_SHARE = 0.004;
    private static final double MOST_SHARE = 0.8;
    private static final int MOST_BORDERS = 1;
    private static final int EDGE = 2;
    private static final float CLEAR = 0.06f;

    final OkPlanes picture;
    final boolean[] subject;
    private final boolean hasAlpha;

    private Cutout(OkPlanes picture, boolean[] subject, boolean hasAlpha) {
        this.picture = picture;
        this.subject = subject;
        this.hasAlpha = hasAlpha;
    }

    /**
     * Looks for one subject; a large picture is looked at, and cut out, at a smaller size.
     *
     * @return empty when no part of the picture stands out as one
     */
    static Optional<Cutout> of(Raster raster) {
        int factor = (Math.max(raster.width(), raster.height()) + LONGEST_SIDE - 1) / LONGEST_SIDE;
        OkPlanes picture = OkPlanes.of(raster).shrunk(factor);
        boolean hasAlpha = isTransparent(picture);
        boolean[] found = hasAlpha ? opaque(picture) : Foreground.of(picture);
        Cutout cutout = new Cutout(picture, Patches.main(found, picture.width), hasAlpha);
        return cutout.isPlausible() ? Optional.of(cutout) : Optional.empty();
    }

    private static boolean isTransparent(OkPlanes picture) {
        int count = 0;
        for (float alpha : picture.planes[3]) {
            count += alpha < 0.5f ? 1 : 0;
        }
        return count >= TRANSPARENT_SHARE * picture.planes[3].length;
    }

    private static boolean[] opaque(OkPlanes picture) {
        boolean[] set = new boolean[picture.planes[3].length];
        for (int i = 0; i < set.length; i++) {
            set[i] = picture.planes[3][i] >= 0.5f;
        }
        return set;
    }

    private boolean isPlausible() {
        double share = (double) count() / subject.length;
        return share >= LEAST_SHARE && share <= MOST_SHARE && (hasAlpha || bordersTouched() <= MOST_BORDERS);
    }

    private int count() {
        int count = 0;
        for (boolean value : subject) {
            count += value ? 1 : 0;
        }
        return count;
    }

    private int bordersTouched() {
        Box box = box();
        return (box.left() == 0 ? 1 : 0)
                + (box.top() == 0 ? 1 : 0)
                + (box.right() == picture.width ? 1 : 0)
                + (box.bottom() == picture.height ? 1 : 0);
    }

    boolean hasAlpha() {
        return hasAlpha;
    }

    /** Around the subject, in the cutout's own px. */
    Box box() {
        return coverage(subject).bounds(0.5f);
    }

    private Coverage coverage(boolean[] set) {
        Coverage coverage = new Coverage(picture.width, picture.height);
        for (int i = 0; i < set.length; i++) {
            coverage.values[i] = set[i] ? 1 : 0;
        }
        return coverage;
    }

    /** Mean colour of everything but the subject. */
    float[] background() {
        return picture.mean(Patches.inverted(subject));
    }

    /**
     * The subject alone, with soft edges from which the old background is cleaned: the outermost px take their colour from further inside.
     */
    OkPlanes lifted() {
        if (hasAlpha) {
            return keptByAlpha();
        }
        OkPlanes inside = picture.copy();
        Patches.spread(inside, Patches.eroded(subject, picture.width, EDGE), 2 * EDGE + 2);
        OkPlanes outside = picture.copy();
        Patches.spread(outside, Patches.inverted(Coverage.grown(subject, picture.width, EDGE)), 2 * EDGE + 2);
        Coverage smooth = coverage(subject).blurred(1);
        for (int i = 0; i < subject.length; i++) {
            float share = share(i, inside, outside, smooth.values[i]);
            for (float[] plane : inside.planes) {
                plane[i] *= share;
            }
        }
        return inside;
    }

    /** How much of an edge pixel is subject: by its colour where subject and background differ, else by its place. */
    private float share(int i, OkPlanes inside, OkPlanes outside, float byPlace) {
        if (byPlace < 0.02f || byPlace > 0.98f) {
            return byPlace < 0.5f ? 0 : 1;
        }
        float[] under = outside.colour(i);
        float[] over = inside.colour(i);
        float along = 0;
        float length = 0;
        for (int c = 0; c < under.length; c++) {
            along += (picture.planes[c][i] - under[c]) * (over[c] - under[c]);
            length += (over[c] - under[c]) * (over[c] - under[c]);
        }
        float byColour = length < CLEAR * CLEAR ? byPlace : Math.max(0, Math.min(1, along / length));
        return (byColour + byPlace) / 2;
    }

    private OkPlanes keptByAlpha() {
        OkPlanes result = picture.copy();
        boolean[] near = Coverage.grown(subject, picture.width, 2);
        for (float[] plane : result.planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = near[i] ? plane[i] : 0;
            }
        }
        return result;
    }
}
