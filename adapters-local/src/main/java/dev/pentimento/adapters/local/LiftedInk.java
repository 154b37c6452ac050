package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Raster;
import java.util.Arrays;
import java.util.List;

/**
 * Letters lifted off a picture.
 *
 * <p>Each pixel near a letter is taken for a mixture of ink and of what lies beneath, where the ink has one colour, or one that changes evenly
 * across the line, and what lies beneath continues the surroundings.
 */
final class LiftedInk {
    private static final double EDGE = 0.05;
    private static final double HALO = 0.15;
    private static final double SAME_INK = 0.35;
    private static final float LEAST_INK = 0.03f;
    private static final int NONE = -1;

    final Box box;
    final OkPlanes beneath;
    final boolean[] hole;
    final InkColour colour;
    private final Coverage ink;
    private final int[] letterOf;

    private LiftedInk(Box box, OkPlanes beneath, boolean[] hole, InkColour colour, Coverage ink, int[] letterOf) {
        this.box = box;
        this.beneath = beneath;
        this.hole = hole;
        this.colour = colour;
        this.ink = ink;
        this.letterOf = letterOf;
    }

    /**
     * Lifts {@code letters}.
     *
     * @param box the part of {@code base} to work in
     * @param workWidth width in px of the picture in which the letters were found
     * @param factor how many px of {@code base} are one px there
     */
    static LiftedInk lift(Raster base, Box box, List<TextLine> letters, int workWidth, int factor) {
        OkPlanes picture = OkPlanes.of(base, box);
        double height = letters.stream()
                        .mapToDouble(letter -> letter.box().height())
                        .max()
                        .orElse(1)
                * factor;
        int[] letterOf = seeds(box, letters, workWidth, factor);
        addStrayMarks(picture, letterOf, height);
        boolean[] core = isSet(letterOf);
        int edge = (int) Math.max(2, Math.round(EDGE * height)) + factor - 1;
        boolean[] tight = Coverage.grown(core, box.width(), edge);
        boolean[] hole = Halo.around(picture, core, tight, (int) Math.max(4, HALO * height));
        OkPlanes beneath = picture.copy();
        HarmonicFill.fill(beneath, hole);
        InkColour colour = InkColour.of(picture, beneath, core);
        spread(letterOf, hole, box.width());
        Coverage ink = ink(picture, beneath, hole, colour);
        Grain.add(beneath, hole);
        return new LiftedInk(box, beneath, hole, colour, ink, letterOf);
    }

    private static int[] seeds(Box box, List<TextLine> letters, int workWidth, int factor) {
        int[] letterOf = new int[box.area()];
        Arrays.fill(letterOf, NONE);
        for (int k = 0; k < letters.size(); k++) {
            for (LetterShape shape : letters.get(k).shapes()) {
                for (int i : shape.pixels) {
                    Box cell = new Box(i % workWidth, i / workWidth, i % workWidth + 1, i / workWidth + 1);
                    set(letterOf, box, cell.scaled(factor).within(box), k);
                }
            }
        }
        return letterOf;
    }

    private static void set(int[] letterOf, Box box, Box cell, int letter) {
        for (int y = cell.top(); y < cell.bottom(); y++) {
            for (int x = cell.left(); x < cell.right(); x++) {
                letterOf[(y - box.top()) * box.width() + x - box.left()] = letter;
            }
        }
    }

    private static boolean[] isSet(int[] letterOf) {
        boolean[] set = new boolean[letterOf.length];
        for (int i = 0; i < set.length; i++) {
            set[i] = letterOf[i] != NONE;
        }
        return set;
    }

    /** Small patches of the ink's colour right beside the letters belong to them: faint parts, dots, flourishes. */
    private static void addStrayMarks(OkPlanes picture, int[] letterOf, double height) {
        boolean[] core = isSet(letterOf);
        boolean[] near = Coverage.grown(core, picture.width, (int) Math.max(2, 0.3 * height));
        float[] inside = meanWhere(picture, core, true);
        boolean[] surroundings = new boolean[core.length];
        for (int i = 0; i < core.length; i++) {
            surroundings[i] = near[i] && !core[i];
        }
        float limit = (float) SAME_INK * OkPlanes.distance(inside, meanWhere(picture, surroundings, true));
        boolean[] seen = new boolean[core.length];
        int[] queue = new int[core.length];
        for (int i = 0; i < core.length; i++) {
            if (surroundings[i] && !seen[i] && picture.distance(i, inside) < limit) {
                int length = collect(picture, surroundings, inside, limit, i, seen, queue);
                markIfEnclosed(picture, queue, length, near, letterOf);
            }
        }
    }

    private static int collect(
            OkPlanes picture, boolean[] member, float[] colour, float limit, int start, boolean[] seen, int[] queue) {
        int length = 0;
        queue[length++] = start;
        seen[start] = true;
        for (int head = 0; head < length; head++) {
            for (int n : neighbours(queue[head], picture.width, picture.height)) {
                if (n >= 0 && !seen[n] && member[n] && picture.distance(n, colour) < limit) {
                    seen[n] = true;
                    queue[length++] = n;
                }
            }
        }
        return length;
    }

    private static void markIfEnclosed(OkPlanes picture, int[] queue, int length, boolean[] near, int[] letterOf) {
        for (int k = 0; k < length; k++) {
            for (int n : neighbours(queue[k], picture.width, picture.height)) {
                if (n < 0 || !near[n]) {
                    return;
                }
            }
        }
        for (int k = 0; k < length; k++) {
            letterOf[queue[k]] = nearestLetter(queue[k], letterOf, picture.width);
        }
    }

    private static int nearestLetter(int i, int[] letterOf, int width) {
        for (int radius = 1; radius < letterOf.length; radius++) {
            for (int d = -radius; d <= radius; d++) {
                int[] ring = {
                    i + d - radius * width, i + d + radius * width, i - radius + d * width, i + radius + d * width
                };
                for (int n : ring) {
                    if (n >= 0 && n < letterOf.length && letterOf[n] != NONE) {
                        return letterOf[n];
                    }
                }
            }
        }
        return 0;
    }

    private static int[] neighbours(int i, int width, int height) {
        int x = i % width;
        return new int[] {
            x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width < width * height ? i + width : -1
        };
    }

    private static float[] meanWhere(OkPlanes picture, boolean[] set, boolean wanted) {
        float[] mean = new float[OkPlanes.COUNT];
        int count = 0;
        for (int i = 0; i < set.length; i++) {
            if (set[i] == wanted) {
                count++;
                for (int c = 0; c < mean.length; c++) {
                    mean[c] += picture.planes[c][i];
                }
            }
        }
        for (int c = 0; c < mean.length; c++) {
            mean[c] /= Math.max(1, count);
        }
        return mean;
    }

    /** Gives every pixel of the hole to the letter it is nearest to, by growing all letters at one speed. */
    private static void spread(int[] letterOf, boolean[] hole, int width) {
        int[] queue = new int[letterOf.length];
        int length = 0;
        for (int i = 0; i < letterOf.length; i++) {
            if (letterOf[i] != NONE) {
                queue[length++] = i;
            }
        }
        for (int head = 0; head < length; head++) {
            for (int n : neighbours(queue[head], width, letterOf.length / width)) {
                if (n >= 0 && hole[n] && letterOf[n] == NONE) {
                    letterOf[n] = letterOf[queue[head]];
                    queue[length++] = n;
                }
            }
        }
    }

    private static Coverage ink(OkPlanes picture, OkPlanes beneath, boolean[] hole, InkColour colour) {
        Coverage ink = new Coverage(picture.width, picture.height);
        for (int i = 0; i < hole.length; i++) {
            if (hole[i]) {
                int row = i / picture.width;
                int inkArgb = colour.argb(i % picture.width, row);
                float share = Blend.share(beneath.argb(i), inkArgb, picture.argb(i));
                ink.values[i] = share < LEAST_INK ? 0 : share;
            }
        }
        return ink;
    }

    /** The ink of all letters, in the box. */
    Coverage ink() {
        return ink;
    }

    /** The ink of one letter at its place in the box. */
    Stencil letter(int letter) {
        Coverage part = new Coverage(ink.width, ink.height);
        for (int i = 0; i < letterOf.length; i++) {
            part.values[i] = letterOf[i] == letter ? ink.values[i] : 0;
        }
        return Stencil.cutFrom(part);
    }
}
