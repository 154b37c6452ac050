package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Raster;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Letters lifted off a picture.
 *
 * <p>Each pixel near a letter is taken for a mixture of ink and of what lies beneath, where the ink has one colour, or one that changes evenly
 * across the line, and what lies beneath continues the surroundings.
 */
final class LiftedInk {
    private static final double EDGE = 0.05;
    private static final double HALO = 0.15;
    private static final float LEAST_INK = 0.03f;
    /** Marks a pixel of no letter. */
    static final int NONE = -1;

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
     * Lifts {@code letters} with their marks.
     *
     * @param still letters beside them that stay, and keep their marks
     * @param box the part of {@code base} to work in
     * @param workWidth width in px of the picture in which the letters were found
     * @param factor how many px of {@code base} are one px there
     */
    static LiftedInk lift(
            Raster base, Box box, List<TextLine> letters, List<TextLine> still, int workWidth, int factor) {
        OkPlanes picture = OkPlanes.of(base, box);
        double height = letters.stream()
                        .mapToDouble(letter -> letter.box().height())
                        .max()
                        .orElse(1)
                * factor;
        List<TextLine> all = Stream.concat(letters.stream(), still.stream()).toList();
        int[] letterOf = seeds(box, all, workWidth, factor);
        StrayMarks.add(picture, letterOf, isSet(letterOf), height);
        leave(letterOf, letters.size());
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

    /** Forgets all letters but the first {@code count}. */
    private static void leave(int[] letterOf, int count) {
        for (int i = 0; i < letterOf.length; i++) {
            letterOf[i] = letterOf[i] < count ? letterOf[i] : NONE;
        }
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
            for (int n : Patches.neighbours(queue[head], width, letterOf.length)) {
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
