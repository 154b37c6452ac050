package dev.pentimento.adapters.local;

import java.util.HashMap;
import java.util.Map;

/**
 * Where the weight of a picture lies. The weight of a pixel is how far its colour is from the ground, the colour that is seen most (after Lok, Feiner and
 * Ngai, "Evaluation of visual balance for automated layout", 2004).
 *
 * @param ground share of pixels that look like the ground, 0..1
 * @param lean how far the centre of weight lies beside the middle, 0 = in the middle .. 1 = at the left or right edge
 * @param offCentre distance of the centre of weight from the picture's centre, as a share of half its diagonal
 * @param symmetry correlation of the lightness with its mirror image about the vertical axis, -1..1; 0 where all is even
 */
record LayoutFigures(double ground, double lean, double offCentre, double symmetry) {
    /** Two colours that look like one at a glance. */
    private static final float ALIKE = 0.06f;

    private static final double EVEN = 1e-4;

    static LayoutFigures of(LabImage image) {
        Shade ground = mostSeen(image);
        double weight = 0;
        double x = 0;
        double y = 0;
        int like = 0;
        for (int i = 0; i < image.l.length; i++) {
            float distance = image.shade(i).distance(ground);
            if (distance < ALIKE) {
                like++;
                continue;
            }
            weight += distance;
            x += distance * (i % image.width + 0.5);
            y += distance * (Math.floorDiv(i, image.width) + 0.5);
        }
        double right = weight == 0 ? 0 : 2 * x / weight / image.width - 1;
        double low = weight == 0 ? 0 : 2 * y / weight / image.height - 1;
        return new LayoutFigures(
                (double) like / image.l.length,
                Math.abs(right),
                Math.hypot(right * image.width, low * image.height) / Math.hypot(image.width, image.height),
                symmetry(image));
    }

    /** The mean of the fullest cell, of colours sorted into cells as wide as what looks alike. */
    private static Shade mostSeen(LabImage image) {
        Map<Integer, double[]> cells = new HashMap<>();
        double[] fullest = {0, 0, 0, 0};
        for (int i = 0; i < image.l.length; i++) {
            double[] cell = cells.computeIfAbsent(cell(image, i), key -> new double[4]);
            cell[0]++;
            cell[1] += image.l[i];
            cell[2] += image.a[i];
            cell[3] += image.b[i];
            fullest = cell[0] > fullest[0] ? cell : fullest;
        }
        return new Shade((float) (fullest[1] / fullest[0]), (float) (fullest[2] / fullest[0]), (float)
                (fullest[3] / fullest[0]));
    }

    private static int cell(LabImage image, int i) {
        return step(image.l[i]) * 1_000_000 + (step(image.a[i]) + 100) * 1_000 + step(image.b[i]) + 100;
    }

    private static int step(float value) {
        return (int) Math.floor(value / ALIKE);
    }

    private static double symmetry(LabImage image) {
        double mean = 0;
        for (float l : image.l) {
            mean += l / image.l.length;
        }
        double both = 0;
        double one = 0;
        for (int i = 0; i < image.l.length; i++) {
            int mirrored = i - i % image.width + image.width - 1 - i % image.width;
            both += (image.l[i] - mean) * (image.l[mirrored] - mean);
            one += (image.l[i] - mean) * (image.l[i] - mean);
        }
        return one / image.l.length < EVEN ? 0 : both / one;
    }
}
