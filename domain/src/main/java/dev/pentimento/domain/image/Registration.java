package dev.pentimento.domain.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds a picture again in what an editor made of it, by what the editor should have left alone: editors that paint the whole picture anew move it a
 * few px, and answer in shapes of their own, of which nobody says whether they cut, squeezed or surrounded the picture. Where nothing tells, the
 * middle of the answer counts, unmoved.
 */
public final class Registration {
    /** Longer side in px of the pictures by which shapes are told apart. */
    private static final int SMALL = 192;
    /** In px of the canvas. */
    private static final int FARTHEST = 6;
    /** In px of the picture, however small it lay on the canvas. */
    private static final int FARTHEST_EVER = 16;
    /** How much of the picture around what may change is looked at, in px. */
    private static final int SURROUNDINGS = 64;
    /** About so many pixels are looked at. */
    private static final int LOOKS = 20_000;
    /** So many are needed to tell anything. */
    private static final int LEAST_LOOKS = 100;
    /** Another place has to fit so much better than the expected one to be believed. */
    private static final double CLEARLY = 0.75;
    /** In levels 0..255 a pixel; differences below come from compression. */
    private static final double NOISE = 1.0;

    private final Placement placement;
    private final Raster picture;
    private final Mask mask;

    private Registration(Placement placement, Raster picture, Mask mask) {
        this.placement = placement;
        this.picture = picture;
        this.mask = mask;
    }

    /**
     * The part that was shown to the editor as its answer has it, at its own size and where it belongs.
     *
     * @param placement how the picture was shown
     * @param mask where it may change, of the picture's size
     */
    public static Raster of(Placement placement, Raster picture, Mask mask, Raster answer) {
        SameSize.check("The mask", mask.size(), picture.size());
        Registration registration = new Registration(placement, picture, mask);
        Window window = registration.window(answer);
        Raster found = Resampling.of(answer, window, placement.part().size());
        return registration.moved(found);
    }

    private Window window(Raster answer) {
        List<Window> windows = windows(answer.size());
        if (windows.size() == 1) {
            return windows.get(0);
        }
        Shapes shapes = new Shapes(answer);
        double expected = shapes.difference(windows.get(0));
        return windows.stream()
                .skip(1)
                .filter(window -> isClearlyLess(shapes.difference(window), expected))
                .min(Comparator.comparingDouble(shapes::difference))
                .orElse(windows.get(0));
    }

    /** The expected one first: the middle in the canvas' shape. Then the canvas squeezed into the answer, and the canvas cut to its shape. */
    private List<Window> windows(ImageSize answer) {
        Window within = Window.within(answer, placement.canvas());
        List<Window> windows = new ArrayList<>(List.of(placement.in(within)));
        boolean sameShape = answer.width() - within.width() < 0.5 && answer.height() - within.height() < 0.5;
        if (!sameShape) {
            windows.add(placement.in(Window.all(answer)));
            windows.add(placement.in(Window.around(answer, placement.canvas())));
        }
        return windows;
    }

    private static boolean isClearlyLess(double difference, double expected) {
        return difference < CLEARLY * expected && expected - difference > NOISE;
    }

    private Raster moved(Raster found) {
        List<int[]> looks = looks();
        if (looks.size() < LEAST_LOOKS) {
            return found;
        }
        int reach = reach();
        double expected = difference(found, looks, 0, 0);
        double least = expected;
        int right = 0;
        int down = 0;
        for (int y = -reach; y <= reach; y++) {
            for (int x = -reach; x <= reach; x++) {
                double difference = difference(found, looks, x, y);
                if (difference < least) {
                    least = difference;
                    right = x;
                    down = y;
                }
            }
        }
        return isClearlyLess(least, expected) ? moved(found, right, down) : found;
    }

    private int reach() {
        double shrunk = (double) placement.part().size().width()
                / placement.spot().size().width();
        return (int) Math.min(FARTHEST_EVER, Math.ceil(FARTHEST * Math.max(1, shrunk)));
    }

    private static Raster moved(Raster found, int right, int down) {
        return Raster.generate(found.size(), (x, y) -> at(found, x + right, y + down));
    }

    private static int at(Raster raster, int x, int y) {
        return raster.argb(Math.max(0, Math.min(raster.width() - 1, x)), Math.max(0, Math.min(raster.height() - 1, y)));
    }

    private double difference(Raster found, List<int[]> looks, int right, int down) {
        int[] differences = new int[looks.size()];
        for (int i = 0; i < differences.length; i++) {
            int[] look = looks.get(i);
            differences[i] = look[2] - Luma.overWhite(at(found, look[0] + right, look[1] + down));
        }
        return spread(differences);
    }

    /** The mean distance from the mean: that everything became lighter or darker says nothing of its place. */
    private static double spread(int[] differences) {
        double mean = Arrays.stream(differences).average().orElse(0);
        double sum = 0;
        for (int difference : differences) {
            sum += Math.abs(difference - mean);
        }
        return differences.length == 0 ? 0 : sum / differences.length;
    }

    /** Pixels around what may change, with their lightness: x, y within the part, and 0..255. */
    private List<int[]> looks() {
        Section around = surroundings();
        int stride =
                (int) Math.max(1, Math.ceil(Math.sqrt((double) around.size().pixels() / LOOKS)));
        List<int[]> looks = new ArrayList<>();
        for (int y = around.top(); y < around.bottom(); y += stride) {
            for (int x = around.left(); x < around.right(); x += stride) {
                if (mask.coverage(x, y) == 0) {
                    looks.add(new int[] {
                        x - placement.part().left(), y - placement.part().top(), Luma.overWhite(picture.argb(x, y))
                    });
                }
            }
        }
        return looks;
    }

    private Section surroundings() {
        Section part = placement.part();
        Section bounds = mask.bounds().orElse(part);
        int left = Math.max(part.left(), bounds.left() - SURROUNDINGS);
        int top = Math.max(part.top(), bounds.top() - SURROUNDINGS);
        int right = Math.min(part.right(), bounds.right() + SURROUNDINGS);
        int bottom = Math.min(part.bottom(), bounds.bottom() + SURROUNDINGS);
        return new Section(left, top, new ImageSize(right - left, bottom - top));
    }

    /** The part as it was and as a window of the answer shows it, both small. */
    private final class Shapes {
        private final Raster answer;
        private final Raster before;
        private final Mask changing;

        Shapes(Raster answer) {
            ImageSize part = placement.part().size();
            double scale = Math.min(1, (double) SMALL / Math.max(part.width(), part.height()));
            ImageSize small = new ImageSize((int) Math.max(1, Math.round(part.width() * scale)), (int)
                    Math.max(1, Math.round(part.height() * scale)));
            this.answer = answer;
            this.before = Resampling.of(picture, Window.of(placement.part()), small);
            this.changing = new Placement(placement.part(), small, Section.whole(small)).lay(mask);
        }

        double difference(Window window) {
            Raster after = Resampling.of(answer, window, before.size());
            return spread(IntStream.range(0, before.height())
                    .flatMap(y -> IntStream.range(0, before.width())
                            .filter(x -> changing.coverage(x, y) == 0)
                            .map(x -> Luma.overWhite(before.argb(x, y)) - Luma.overWhite(after.argb(x, y))))
                    .toArray());
        }
    }
}
