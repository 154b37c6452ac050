package dev.pentimento.domain.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.image.Canvas.Grid;
import dev.pentimento.domain.image.Canvas.Listed;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CanvasTest {
    /** What a large model of a vendor takes. */
    private static final Grid LARGE = new Grid(16, 16, 3840, 655_360, 8_294_400, 3);

    private static final Grid SMALL = new Grid(1, 256, 1920, 1, 1920 * 1920, 100);
    private static final Listed THREE =
            new Listed(List.of(new ImageSize(1024, 1024), new ImageSize(1536, 1024), new ImageSize(1024, 1536)));

    @Test
    void anyCanvasIsThePicture() {
        Placement placement = new Canvas.Any().place(new ImageSize(1000, 701));

        assertThat(placement.isPlain(new ImageSize(1000, 701))).isTrue();
        assertThat(placement.keepsSize()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 1024, 1024x1024, 1024x1024",
        "1000, 700, 1008x704, 1000x700",
        "1020, 640, 1024x640, 1020x640",
        "1000, 640, 1024x640, 1000x640",
        "3000, 200, 3008x1008, 3000x200",
        "200, 3000, 1008x3008, 200x3000",
        "300, 200, 992x672, 992x661",
        "1, 1, 816x816, 816x816",
        "6000, 4000, 3520x2352, 3520x2347",
        "16384, 100, 3840x1280, 3840x23",
    })
    void gridKeepsThePictureWhereItCanAndScalesItElse(int width, int height, String canvas, String spot) {
        Placement placement = LARGE.place(new ImageSize(width, height));

        assertThat(placement.canvas()).hasToString(canvas);
        assertThat(placement.spot().size()).hasToString(spot);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 700, 1000x700, 1000x700",
        "200, 200, 256x256, 256x256",
        "10000, 100, 1920x256, 1920x19",
        "100, 10000, 256x1920, 19x1920",
        "16384, 16384, 1920x1920, 1920x1920",
    })
    void gridWithoutShapesLimitsThemByItsSides(int width, int height, String canvas, String spot) {
        Placement placement = SMALL.place(new ImageSize(width, height));

        assertThat(placement.canvas()).hasToString(canvas);
        assertThat(placement.spot().size()).hasToString(spot);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 700, 1536x1024, 1463x1024",
        "1463, 1024, 1536x1024, 1463x1024",
        "1400, 1000, 1536x1024, 1400x1000",
        "300, 300, 1024x1024, 1024x1024",
        "4000, 4000, 1024x1024, 1024x1024",
        "700, 1000, 1024x1536, 1024x1463",
        "3000, 100, 1536x1024, 1536x51",
    })
    void listGivesTheSizeThatShowsMost(int width, int height, String canvas, String spot) {
        Placement placement = THREE.place(new ImageSize(width, height));

        assertThat(placement.canvas()).hasToString(canvas);
        assertThat(placement.spot().size()).hasToString(spot);
    }

    @Test
    void betterShapeIsNotBoughtWithPixels() {
        Listed thumbnails = new Listed(List.of(new ImageSize(256, 192), new ImageSize(1024, 1024)));

        assertThat(thumbnails.fit(new ImageSize(1000, 740))).hasToString("1024x1024");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPictureLiesUndistortedOnASizeOfTheGrid(long seed) {
        Random random = new Random(seed);
        Grid grid = grid(random);
        for (int i = 0; i < 50; i++) {
            ImageSize picture = picture(random);
            Placement placement = grid.place(picture);

            String what = "seed %d, %s on %s: %s".formatted(seed, picture, grid, placement);
            assertThat(grid.has(placement.canvas())).as(what).isTrue();
            assertThat(grid.fit(picture)).as(what).isEqualTo(placement.canvas());
            checkLies(placement, picture, what);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gridHasExactlyTheSizesWithinItsLimits(long seed) {
        Random random = new Random(seed);
        Grid grid = grid(random);
        for (int i = 0; i < 200; i++) {
            int wide = random.nextBoolean() ? grid.step() * (1 + random.nextInt(60)) : 1 + random.nextInt(2000);
            int high = grid.step() * (1 + random.nextInt(60));

            assertThat(grid.has(new ImageSize(wide, high)))
                    .as("seed %d, %dx%d on %s", seed, wide, high, grid)
                    .isEqualTo(isWithin(grid, wide, high));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pictureThatOnlyNeedsPaddingKeepsItsPixels(long seed) {
        Random random = new Random(seed);
        Grid grid = grid(random);
        for (int i = 0; i < 50; i++) {
            ImageSize picture = picture(random);
            ImageSize rounded = new ImageSize(up(picture.width(), grid.step()), up(picture.height(), grid.step()));
            Placement placement = grid.place(picture);

            if (grid.has(rounded)) {
                assertThat(placement.canvas())
                        .as("seed %d, %s on %s", seed, picture, grid)
                        .isEqualTo(rounded);
                assertThat(placement.keepsSize()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPictureLiesUndistortedOnASizeOfTheList(long seed) {
        Random random = new Random(seed);
        Listed listed =
                new Listed(Stream.generate(() -> picture(random)).limit(4).toList());
        for (int i = 0; i < 50; i++) {
            ImageSize picture = picture(random);
            Placement placement = listed.place(picture);

            String what = "seed %d, %s on %s: %s".formatted(seed, picture, listed, placement);
            assertThat(listed.sizes()).as(what).contains(placement.canvas());
            checkLies(placement, picture, what);
        }
    }

    @Test
    void whatHasBeenFittedStaysAsItIs() {
        Random random = new Random(20_261);
        for (int i = 0; i < 200; i++) {
            ImageSize once = LARGE.place(picture(random)).spot().size();

            assertThat(LARGE.place(once).keepsSize()).as(once.toString()).isTrue();
        }
    }

    @Test
    void gridWithoutASizeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grid(64, 65, 127, 1, 20_000, 3))
                .withMessageContaining("No size fits steps of 64, sides 65..127");
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(16, 16, 64, 5000, 6000, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(16, 16, 1024, 1_040_000, 1_048_575, 1.0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(0, 16, 64, 1, 6000, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Listed(List.of()));
    }

    private static void checkLies(Placement placement, ImageSize picture, String what) {
        ImageSize canvas = placement.canvas();
        ImageSize spot = placement.spot().size();
        assertThat(placement.part()).as(what).isEqualTo(Section.whole(picture));
        assertThat(placement.spot().right()).as(what).isLessThanOrEqualTo(canvas.width());
        assertThat(placement.spot().bottom()).as(what).isLessThanOrEqualTo(canvas.height());
        double scale = Math.min((double) canvas.width() / picture.width(), (double) canvas.height() / picture.height());
        double used = placement.keepsSize() ? 1 : scale;
        assertThat(Math.abs(spot.width() - Math.max(1, picture.width() * used)))
                .as(what)
                .isLessThanOrEqualTo(0.51);
        assertThat(Math.abs(spot.height() - Math.max(1, picture.height() * used)))
                .as(what)
                .isLessThanOrEqualTo(0.51);
    }

    private static boolean isWithin(Grid grid, int wide, int high) {
        int shorter = Math.min(wide, high);
        int longer = Math.max(wide, high);
        long pixels = (long) wide * high;
        return wide % grid.step() == 0
                && high % grid.step() == 0
                && shorter >= grid.minSide()
                && longer <= grid.maxSide()
                && pixels >= grid.minPixels()
                && pixels <= grid.maxPixels()
                && longer <= grid.maxRatio() * shorter + 1e-6;
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** A grid that has a size at least. */
    private static Grid grid(Random random) {
        return Stream.generate(() -> maybeGrid(random))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Grid> maybeGrid(Random random) {
        int step = IntStream.of(1, 2, 8, 16, 32, 64).toArray()[random.nextInt(6)];
        int minSide = 1 + random.nextInt(600);
        int maxSide = minSide + random.nextInt(4000);
        long minPixels = 1 + (long) (random.nextDouble() * random.nextDouble() * maxSide * maxSide);
        long maxPixels = minPixels + (long) (random.nextDouble() * maxSide * maxSide);
        double maxRatio = 1 + random.nextDouble() * random.nextInt(20);
        try {
            return Optional.of(new Grid(step, minSide, maxSide, minPixels, maxPixels, maxRatio));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of any shape, often an extreme one. */
    private static ImageSize picture(Random random) {
        int most = random.nextBoolean() ? 16_384 : 1500;
        int side = 1 + random.nextInt(most);
        int other = random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 1 + random.nextInt(most);
        return random.nextBoolean() ? new ImageSize(side, other) : new ImageSize(other, side);
    }

    private static int up(int side, int step) {
        return (side + step - 1) / step * step;
    }
}
