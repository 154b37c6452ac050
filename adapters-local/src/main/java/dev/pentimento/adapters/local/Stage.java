package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.Raster;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A picture from which the old subject has gone, and the place where the new one is to stand. */
final class Stage {
    private static final double CENTRE_SHARE = 0.5;
    /** A subject that fills less of a mask's width and height than this is not what the mask is about. */
    private static final double FILLS_MASK = 0.45;
    /** How much more alike two opposite sides of a hole must be for the fill to run between them. */
    private static final double CLEARLY = 0.6;

    private final Raster base;
    private final Box place;
    private final boolean[] hole;
    private final OkPlanes empty;

    private Stage(Raster base, Box place, boolean[] hole) {
        this.base = base;
        this.place = place;
        this.hole = hole;
        this.empty = OkPlanes.of(base);
        clear();
    }

    /**
     * Finds the place: the mask's, or the old subject's, or the middle of the picture.
     *
     * @param old the subject that stands there; null = none was found
     */
    static Stage of(Raster base, @Nullable Mask mask, @Nullable Cutout old) {
        Box whole = Box.ofSize(base.width(), base.height());
        if (old == null) {
            Box place = mask == null ? centre(whole) : Masks.bounds(mask);
            return new Stage(base, place, new boolean[base.width() * base.height()]);
        }
        boolean[] subject = fullSize(old, base);
        Box box = old.box().scaled((double) base.width() / old.picture.width).within(whole);
        if (mask == null) {
            return new Stage(base, box, subject);
        }
        Box allowed = Masks.bounds(mask);
        Box inside = box.within(allowed);
        boolean fills =
                inside.width() > FILLS_MASK * allowed.width() && inside.height() > FILLS_MASK * allowed.height();
        return new Stage(base, fills ? inside : allowed, fills ? subject : new boolean[subject.length]);
    }

    private static Box centre(Box whole) {
        int width = (int) (CENTRE_SHARE * whole.width());
        int height = (int) (CENTRE_SHARE * whole.height());
        int left = (whole.width() - width) / 2;
        int top = (whole.height() - height) / 2;
        return new Box(left, top, left + width, top + height);
    }

    private static boolean[] fullSize(Cutout old, Raster base) {
        boolean[] result = new boolean[base.width() * base.height()];
        for (int y = 0; y < base.height(); y++) {
            for (int x = 0; x < base.width(); x++) {
                int u = x * old.picture.width / base.width();
                int v = y * old.picture.height / base.height();
                result[y * base.width() + x] = old.subject[v * old.picture.width + u];
            }
        }
        return Coverage.grown(result, base.width(), 3 + base.width() / old.picture.width);
    }

    Box place() {
        return place;
    }

    private void clear() {
        double sideways = median(IntStream.range(place.top(), place.bottom()).mapToDouble(this::across));
        double upright = median(IntStream.range(place.left(), place.right()).mapToDouble(this::down));
        if (sideways < CLEARLY * upright) {
            LineFill.acrossRows(empty, hole);
        } else if (upright < CLEARLY * sideways) {
            LineFill.downColumns(empty, hole);
        } else {
            HarmonicFill.fill(empty, hole);
        }
        Grain.add(empty, hole);
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** How different the picture is on both sides of the hole in a row. */
    private double across(int y) {
        int left = place.left();
        int right = place.right() - 1;
        while (left > 0 && hole[y * base.width() + left]) {
            left--;
        }
        while (right < base.width() - 1 && hole[y * base.width() + right]) {
            right++;
        }
        return empty.distance(y * base.width() + left, y * base.width() + right);
    }

    private double down(int x) {
        int top = place.top();
        int bottom = place.bottom() - 1;
        while (top > 0 && hole[top * base.width() + x]) {
            top--;
        }
        while (bottom < base.height() - 1 && hole[bottom * base.width() + x]) {
            bottom++;
        }
        return empty.distance(top * base.width() + x, bottom * base.width() + x);
    }

    /** Mean colour around the place. */
    float[] colour() {
        Box near = place.grown(place.width() / 3, place.height() / 3);
        boolean[] around = Patches.inverted(hole);
        for (int i = 0; i < around.length; i++) {
            around[i] &= near.contains(i % base.width(), i / base.width());
        }
        return empty.mean(around);
    }

    float grain() {
        return Grain.deviation(empty, hole);
    }

    /** The picture with {@code actor}, which has the picture's size, on stage. */
    Raster with(OkPlanes actor) {
        return Raster.generate(base.size(), (x, y) -> {
            int i = y * base.width() + x;
            float share = actor.planes[3][i];
            int under = hole[i] ? empty.argb(i) : base.argb(x, y);
            return share < 0.004f ? under : Blend.mixOver(under, actor.argb(i));
        });
    }
}
