package dev.pentimento.adapters.local;

/** Small patches of the ink's colour right beside letters, which belong to them: faint parts, dots, accents, flourishes. */
final class StrayMarks {
    private static final float SAME_INK = 0.35f;
    private static final double NEAR = 0.3;
    /** Dots and accents of small letters may end so far above them, in heights of the line. */
    private static final double DOT_REACH = 0.6;
    /** Dots and accents are lower than this share of the height; what is larger is no mark. */
    private static final double DOT_HEIGHT = 0.45;

    private final OkPlanes picture;
    private final int[] letterOf;
    private final boolean[] letters;
    private final double height;
    private final boolean[] near;
    private final boolean[] reach;
    private final Spans spans;

    private StrayMarks(OkPlanes picture, int[] letterOf, boolean[] letters, double height) {
        this.picture = picture;
        this.letterOf = letterOf;
        this.letters = letters;
        this.height = height;
        this.near = Coverage.grown(letters, picture.width, (int) Math.max(2, NEAR * height));
        this.reach = Coverage.grown(letters, picture.width, (int) Math.max(3, DOT_REACH * height));
        this.spans = Spans.of(letterOf, picture.width, Slant.of(letters, picture.width));
    }

    /**
     * Gives what touches a letter to that letter, and what stands alone to the letter it stands over.
     *
     * @param letterOf the letter of each pixel; gets the marks too
     * @param letters where it has one
     * @param height of the letters in px
     */
    static void add(OkPlanes picture, int[] letterOf, boolean[] letters, double height) {
        new StrayMarks(picture, letterOf, letters, height).add();
    }

    private void add() {
        boolean[] surroundings = without(near, letters);
        float[] ink = picture.mean(letters);
        float limit = SAME_INK * OkPlanes.distance(ink, picture.mean(surroundings));
        boolean[] inked = without(reach, letters);
        for (int i = 0; i < inked.length; i++) {
            inked[i] &= picture.distance(i, ink) < limit;
        }
        for (int[] patch : Patches.all(inked, picture.width)) {
            if (isEnclosed(patch, near) || (isLow(patch) && isEnclosed(patch, reach))) {
                give(patch);
            }
        }
    }

    private static boolean[] without(boolean[] set, boolean[] others) {
        boolean[] result = set.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] &= !others[i];
        }
        return result;
    }

    /** A patch that leads out of the letters' neighbourhood is part of something else. */
    private boolean isEnclosed(int[] patch, boolean[] neighbourhood) {
        for (int i : patch) {
            for (int n : Patches.neighbours(i, picture.width, neighbourhood.length)) {
                if (n < 0 || !neighbourhood[n]) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isLow(int[] patch) {
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (int i : patch) {
            top = Math.min(top, i / picture.width);
            bottom = Math.max(bottom, i / picture.width + 1);
        }
        return bottom - top < DOT_HEIGHT * height;
    }

    private void give(int[] patch) {
        boolean standsAlone = !touchesLetter(patch);
        int letter = spans.letterAt(patch);
        for (int i : patch) {
            letterOf[i] = standsAlone ? letter : nearestLetter(i);
        }
    }

    private boolean touchesLetter(int[] patch) {
        for (int i : patch) {
            for (int n : Patches.neighbours(i, picture.width, letters.length)) {
                if (n >= 0 && letters[n]) {
                    return true;
                }
            }
        }
        return false;
    }

    private int nearestLetter(int i) {
        for (int radius = 1; radius < letterOf.length; radius++) {
            for (int d = -radius; d <= radius; d++) {
                int[] ring = {
                    i + d - radius * picture.width,
                    i + d + radius * picture.width,
                    i - radius + d * picture.width,
                    i + radius + d * picture.width
                };
                for (int n : ring) {
                    if (n >= 0 && n < letterOf.length && letterOf[n] != LiftedInk.NONE) {
                        return letterOf[n];
                    }
                }
            }
        }
        return 0;
    }
}
