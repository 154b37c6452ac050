package dev.pentimento.adapters.local;

/** Tells the foreground of a picture from the background that its border shows. */
final class Foreground {
    private static final float LEAST_DIFFERENCE = 0.055f;
    private static final float MOST_DIFFERENCE = 0.2f;
    private static final double LEAST_OPENING = 0.002;
    private static final double SHARP_RIM = 0.75;
    private static final float SHARP = 0.05f;

    private final OkPlanes picture;
    private final float[] difference;
    private final float limit;

    private Foreground(OkPlanes picture) {
        this.picture = softened(picture);
        BorderColours border = BorderColours.of(this.picture);
        this.difference = new float[picture.width * picture.height];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = border.distance(i);
        }
        this.limit = Math.max(LEAST_DIFFERENCE, Math.min(MOST_DIFFERENCE, 2 * border.spread()));
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
        boolean[] sure = Patches.main(where(limit, Float.MAX_VALUE), picture.width);
        boolean[] seeds = Patches.eroded(sure, picture.width, 1);
        boolean[] outside = border();
        boolean[] whole = Watershed.part(picture, seeds, outside);
        boolean[] openings = openings(whole);
        for (int i = 0; i < whole.length; i++) {
            outside[i] |= openings[i];
        }
        return Watershed.part(picture, seeds, outside);
    }

    private boolean[] where(float from, float to) {
        boolean[] set = new boolean[difference.length];
        for (int i = 0; i < set.length; i++) {
            set[i] = difference[i] >= from && difference[i] < to;
        }
        return set;
    }

    private boolean[] border() {
        boolean[] set = new boolean[difference.length];
        Box inner = Box.ofSize(picture.width, picture.height).grown(-1);
        for (int i = 0; i < set.length; i++) {
            set[i] = !inner.contains(i % picture.width, i / picture.width);
        }
        return set;
    }

    /** Patches inside the foreground with the background's colours and a sharp rim all round. */
    private boolean[] openings(boolean[] whole) {
        boolean[] alike = where(0, 0.8f * limit);
        for (int i = 0; i < alike.length; i++) {
            alike[i] &= whole[i];
        }
        boolean[] result = new boolean[alike.length];
        for (int[] patch : Patches.all(alike, picture.width)) {
            if (patch.length > LEAST_OPENING * alike.length && hasSharpRim(patch)) {
                for (int i : patch) {
                    result[i] = true;
                }
            }
        }
        return Patches.eroded(result, picture.width, 1);
    }

    private boolean hasSharpRim(int[] patch) {
        boolean[] inside = new boolean[difference.length];
        for (int i : patch) {
            inside[i] = true;
        }
        boolean[] near = Coverage.grown(inside, picture.width, 2);
        boolean[] rim = Coverage.grown(near, picture.width, 3);
        int sharp = 0;
        int count = 0;
        for (int i = 0; i < rim.length; i++) {
            if (rim[i] && !near[i]) {
                count++;
                sharp += difference[i] > Math.max(SHARP, limit) ? 1 : 0;
            }
        }
        return sharp > SHARP_RIM * count;
    }
}
