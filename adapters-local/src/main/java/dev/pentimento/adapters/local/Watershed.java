package dev.pentimento.adapters.local;

import java.util.Arrays;

/**
 * Parts a picture between two sides, each of which spreads from its seeds over the calmest ground first, so that they meet on the strongest edges
 * (Meyer's flooding).
 */
final class Watershed {
    private static final int LEVELS = 512;
    private static final float STEEPEST = 0.25f;
    private static final byte NOBODY = 0;

    private final OkPlanes picture;
    private final byte[] owner;
    private final int[][] queues = new int[LEVELS][64];
    private final int[] heads = new int[LEVELS];
    private final int[] tails = new int[LEVELS];

    private Watershed(OkPlanes picture) {
        this.picture = picture;
        this.owner = new byte[picture.width * picture.height];
    }

    /** Which pixels fall to {@code inside}. */
    static boolean[] part(OkPlanes picture, boolean[] inside, boolean[] outside) {
        Watershed watershed = new Watershed(picture);
        watershed.seed(inside, (byte) 1);
        watershed.seed(outside, (byte) 2);
        watershed.flood();
        boolean[] result = new boolean[watershed.owner.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = watershed.owner[i] == 1;
        }
        return result;
    }

    private void seed(boolean[] seeds, byte side) {
        for (int i = 0; i < seeds.length; i++) {
            if (seeds[i] && owner[i] == NOBODY) {
                owner[i] = side;
                push(0, i);
            }
        }
    }

    private void flood() {
        for (int level = 0; level < LEVELS; level++) {
            while (heads[level] < tails[level]) {
                int i = queues[level][heads[level]++];
                for (int n : Patches.neighbours(i, picture.width, owner.length)) {
                    if (n >= 0 && owner[n] == NOBODY) {
                        owner[n] = owner[i];
                        push(Math.max(level, steepness(n)), n);
                    }
                }
            }
        }
    }

    private void push(int level, int i) {
        if (tails[level] == queues[level].length) {
            queues[level] = Arrays.copyOf(queues[level], 2 * tails[level]);
        }
        queues[level][tails[level]++] = i;
    }

    private int steepness(int i) {
        return (int) Math.min(LEVELS - 1, slope(picture, i) / STEEPEST * LEVELS);
    }

    /** How much the colour changes over two px. */
    static double slope(OkPlanes picture, int i) {
        int x = i % picture.width;
        int left = x > 0 ? i - 1 : i;
        int right = x < picture.width - 1 ? i + 1 : i;
        int up = i >= picture.width ? i - picture.width : i;
        int down = i + picture.width < picture.width * picture.height ? i + picture.width : i;
        return Math.hypot(picture.distance(left, right), picture.distance(up, down));
    }
}
