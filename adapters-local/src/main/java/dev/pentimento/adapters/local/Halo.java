package dev.pentimento.adapters.local;

/** What letters bring along beside their ink: a cast shadow, a glow, an outline. */
final class Halo {
    private static final float VISIBLE = 0.015f;
    private static final double SAME_LEAN = 0.2;
    private static final float SHADOW = 0.05f;
    private static final int DIRECTIONS = 8;

    private final OkPlanes picture;
    private final boolean[] core;
    private final boolean[] tight;
    private final boolean[] wide;
    private final OkPlanes far;
    private final int reach;

    private Halo(OkPlanes picture, boolean[] core, boolean[] tight, int reach) {
        this.picture = picture;
        this.core = core;
        this.tight = tight;
        this.reach = reach;
        this.wide = Coverage.grown(tight, picture.width, reach);
        this.far = picture.copy();
        HarmonicFill.fill(far, wide);
    }

    /**
     * Widens {@code tight}, the hole around the letters, over what they bring along.
     *
     * @param reach in px; what lies further away is not looked at
     */
    static boolean[] around(OkPlanes picture, boolean[] core, boolean[] tight, int reach) {
        return new Halo(picture, core, tight, reach).widened();
    }

    private boolean[] widened() {
        boolean[] hole = glow();
        int[] shadow = shadow();
        int steps = Math.max(Math.abs(shadow[0]), Math.abs(shadow[1]));
        for (int step = 1; step <= steps; step++) {
            boolean[] cast = shifted(shadow[0] * step / steps, shadow[1] * step / steps);
            boolean[] soft = Coverage.grown(cast, picture.width, 2);
            for (int i = 0; i < hole.length; i++) {
                hole[i] |= soft[i];
            }
        }
        return hole;
    }

    /** Where the near surroundings lean the same way all round. */
    private boolean[] glow() {
        boolean[] close = Coverage.grown(tight, picture.width, Math.max(2, reach / 3));
        float[] lean = new float[OkPlanes.COUNT];
        double squares = 0;
        int count = 0;
        for (int i = 0; i < close.length; i++) {
            if (close[i] && !tight[i]) {
                count++;
                squares += Math.pow(picture.distance(i, far.colour(i)), 2);
                for (int c = 0; c < lean.length; c++) {
                    lean[c] += picture.planes[c][i] - far.planes[c][i];
                }
            }
        }
        float size = 0;
        for (int c = 0; c < lean.length; c++) {
            lean[c] /= Math.max(1, count);
            size += lean[c] * lean[c];
        }
        boolean isSeen = Math.sqrt(size) >= VISIBLE && size >= SAME_LEAN * squares / Math.max(1, count);
        return isSeen ? leaning(lean, size) : tight.clone();
    }

    private boolean[] leaning(float[] lean, float size) {
        boolean[] result = tight.clone();
        for (int i = 0; i < result.length; i++) {
            if (wide[i] && !tight[i]) {
                float along = 0;
                for (int c = 0; c < lean.length; c++) {
                    along += (picture.planes[c][i] - far.planes[c][i]) * lean[c];
                }
                result[i] = along > 0.3f * size;
            }
        }
        return Coverage.grown(result, picture.width, 1);
    }

    /** The offset at which the letters' own shape is found again, darker or lighter than the rest around them; 0, 0 = there is none. */
    private int[] shadow() {
        int[] best = {0, 0};
        double most = SHADOW;
        for (int k = 0; k < DIRECTIONS; k++) {
            for (int distance = reach / 3; distance <= reach; distance += Math.max(1, reach / 3)) {
                int dx = (int) Math.round(distance * Math.cos(2 * Math.PI * k / DIRECTIONS));
                int dy = (int) Math.round(distance * Math.sin(2 * Math.PI * k / DIRECTIONS));
                double contrast = contrast(shifted(dx, dy));
                if (contrast > most) {
                    most = contrast;
                    best = new int[] {dx, dy};
                }
            }
        }
        return best;
    }

    private double contrast(boolean[] cast) {
        double inside = 0;
        double outside = 0;
        int insideCount = 1;
        int outsideCount = 1;
        for (int i = 0; i < cast.length; i++) {
            if (wide[i] && !tight[i]) {
                float lean = picture.planes[0][i] - far.planes[0][i];
                inside += cast[i] ? lean : 0;
                outside += cast[i] ? 0 : lean;
                insideCount += cast[i] ? 1 : 0;
                outsideCount += cast[i] ? 0 : 1;
            }
        }
        return Math.abs(inside / insideCount - outside / outsideCount);
    }

    private boolean[] shifted(int dx, int dy) {
        boolean[] result = new boolean[core.length];
        for (int y = Math.max(0, -dy); y < Math.min(picture.height, picture.height - dy); y++) {
            for (int x = Math.max(0, -dx); x < Math.min(picture.width, picture.width - dx); x++) {
                result[(y + dy) * picture.width + x + dx] = core[y * picture.width + x];
            }
        }
        return result;
    }
}
