package dev.pentimento.adapters.local;

/** Small patches of the ink's colour right beside letters, which belong to them: faint parts, dots, flourishes. */
final class StrayMarks {
    private static final float SAME_INK = 0.35f;
    private static final double NEAR = 0.3;

    private final OkPlanes picture;
    private final int[] letterOf;
    private final boolean[] near;

    private StrayMarks(OkPlanes picture, int[] letterOf, boolean[] near) {
        this.picture = picture;
        this.letterOf = letterOf;
        this.near = near;
    }

    /**
     * Gives each such patch to the nearest letter.
     *
     * @param letterOf the letter of each pixel; gets the marks too
     * @param letters where it has one
     * @param height of the letters in px
     */
    static void add(OkPlanes picture, int[] letterOf, boolean[] letters, double height) {
        boolean[] near = Coverage.grown(letters, picture.width, (int) Math.max(2, NEAR * height));
        new StrayMarks(picture, letterOf, near).add(letters);
    }

    private void add(boolean[] letters) {
        boolean[] surroundings = near.clone();
        for (int i = 0; i < surroundings.length; i++) {
            surroundings[i] &= !letters[i];
        }
        float[] ink = picture.mean(letters);
        float limit = SAME_INK * OkPlanes.distance(ink, picture.mean(surroundings));
        for (int i = 0; i < surroundings.length; i++) {
            surroundings[i] &= picture.distance(i, ink) < limit;
        }
        for (int[] patch : Patches.all(surroundings, picture.width)) {
            if (isEnclosed(patch)) {
                for (int i : patch) {
                    letterOf[i] = nearestLetter(i);
                }
            }
        }
    }

    /** A patch that leads out of the letters' neighbourhood is part of something else. */
    private boolean isEnclosed(int[] patch) {
        for (int i : patch) {
            for (int n : Patches.neighbours(i, picture.width, near.length)) {
                if (n < 0 || !near[n]) {
                    return false;
                }
            }
        }
        return true;
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
