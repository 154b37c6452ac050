package dev.pentimento.adapters.local;

/** Tells drawings from photographs. */
final class Flatness {
    /** Neighbours closer than this are one colour; also in a drawing that went through a JPEG. */
    private static final float SAME = 0.004f;

    private Flatness() {}

    /** Drawings have large areas without any texture, photographs noise everywhere. */
    static boolean isDrawn(LabImage image) {
        return share(image) > 0.6;
    }

    static double share(LabImage image) {
        int same = 0;
        int all = 1;
        for (int y = 1; y < image.height - 1; y++) {
            for (int x = 1; x < image.width - 1; x++) {
                int i = y * image.width + x;
                if (Regions.isVisible(image, i)) {
                    all++;
                    if (image.distance(i, i + 1) < SAME && image.distance(i, i + image.width) < SAME) {
                        same++;
                    }
                }
            }
        }
        return (double) same / all;
    }
}
