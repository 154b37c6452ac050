package dev.pentimento.domain.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.image.Canvas.Grid;
import dev.pentimento.domain.image.Canvas.Listed;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlacementTest {
    private static final ImageSize SIZE = new ImageSize(100, 70);
    private static final Grid STEPS = new Grid(16, 16, 512, 1, 512 * 512, 3);
    private static final Listed SQUARE = new Listed(List.of(new ImageSize(256, 256)));

    @Test
    void pictureOnItsOwnCanvasIsNotTouched() {
        Raster picture = Scenes.landscape(SIZE);
        Placement placement = new Canvas.Any().place(SIZE);

        assertThat(placement.lay(picture)).isSameAs(picture);
        assertThat(placement.take(picture)).isSameAs(picture);
        assertThat(placement.takeAtOwnSize(picture)).isSameAs(picture);
    }

    @Test
    void paddingMirrorsThePicture() {
        Raster picture = Scenes.landscape(SIZE);
        Placement placement = STEPS.place(SIZE);

        Raster canvas = placement.lay(picture);

        assertThat(canvas.size()).hasToString("112x80");
        assertThat(placement.spot()).hasToString("100x70 at 6,5");
        assertThat(canvas.argb(6, 5)).isEqualTo(picture.argb(0, 0));
        assertThat(canvas.argb(5, 5)).isEqualTo(picture.argb(0, 0));
        assertThat(canvas.argb(4, 5)).isEqualTo(picture.argb(1, 0));
        assertThat(canvas.argb(106, 75)).isEqualTo(picture.argb(99, 69));
        assertThat(canvas.argb(111, 79)).isEqualTo(picture.argb(94, 65));
    }

    @Test
    void paddingWiderThanThePictureMirrorsItAgainAndAgain() {
        Raster strip = Scenes.landscape(new ImageSize(300, 10));
        Placement placement = STEPS.place(strip.size());

        Raster canvas = placement.lay(strip);

        assertThat(canvas.size()).hasToString("304x112");
        assertThat(canvas.argb(2, 51)).isEqualTo(strip.argb(0, 0));
        assertThat(canvas.argb(2, 50)).isEqualTo(strip.argb(0, 0));
        assertThat(canvas.argb(2, 41)).isEqualTo(strip.argb(0, 9));
        assertThat(canvas.argb(2, 40)).isEqualTo(strip.argb(0, 9));
        assertThat(canvas.argb(2, 31)).isEqualTo(strip.argb(0, 0));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatOnlyGotPaddingComesBackBitForBit(long seed) {
        Random random = new Random(seed);
        ImageSize size = new ImageSize(16 + random.nextInt(400), 16 + random.nextInt(400));
        Raster picture = Raster.generate(size, (x, y) -> random.nextInt());
        Placement placement = STEPS.place(size);

        assertThat(placement.keepsSize()).isTrue();
        assertThat(placement.take(placement.lay(picture))).isEqualTo(picture);
        assertThat(placement.takeAtOwnSize(placement.lay(picture))).isEqualTo(picture);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void partComesBackFromWhereItWas(long seed) {
        Random random = new Random(seed);
        Raster picture = Scenes.landscape(new ImageSize(300, 200));
        ImageSize size = new ImageSize(20 + random.nextInt(200), 20 + random.nextInt(150));
        Section part = new Section(random.nextInt(80), random.nextInt(30), size);
        Placement placement = STEPS.place(size).of(part);

        Raster back = placement.takeAtOwnSize(placement.lay(picture));

        assertThat(back).isEqualTo(Resampling.cut(picture, part));
    }

    @Test
    void partMustHaveTheSizeThatWasPlaced() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STEPS.place(SIZE).of(new Section(0, 0, new ImageSize(10, 10))))
                .withMessageContaining("10x10")
                .withMessageContaining("100x70");
    }

    @ParameterizedTest
    @CsvSource({
        // as asked; nearly; twice as large; clearly smaller; squeezed
        "112, 80, 100x70",
        "110, 78, 100x70",
        "224, 160, 100x70",
        "56, 40, 50x35",
        "112, 112, 100x70",
        "80, 80, 71x50",
        "640, 64, 80x56",
    })
    void answerOfAnySizeGivesThePicturesShape(int width, int height, String expected) {
        Placement placement = STEPS.place(SIZE);

        Raster taken = placement.take(Scenes.landscape(new ImageSize(width, height)));

        assertThat(taken.size()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"256, 256, 256x179", "512, 512, 256x179", "240, 240, 256x179", "128, 128, 128x90"})
    void enlargedPictureIsTakenAsLargeAsItLay(int width, int height, String expected) {
        Placement placement = SQUARE.place(SIZE);

        Raster taken = placement.take(Scenes.landscape(new ImageSize(width, height)));

        assertThat(taken.size()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"256, 256, 256x179", "512, 512, 512x358", "2048, 2048, 1000x700"})
    void reducedPictureIsTakenAsLargeAsTheAnswerHasIt(int width, int height, String expected) {
        Placement placement = SQUARE.place(new ImageSize(1000, 700));

        Raster taken = placement.take(Scenes.landscape(new ImageSize(width, height)));

        assertThat(taken.size()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"256, 256", "300, 300", "1024, 1024", "100, 100", "512, 256"})
    void takenAtItsOwnSizeItIsWhereItWas(int width, int height) {
        Raster picture = Scenes.landscape(SIZE);
        Placement placement = SQUARE.place(SIZE);
        Raster canvas = placement.lay(picture);
        Window middle = Window.around(canvas.size(), new ImageSize(width, height));

        Raster answer = Resampling.of(canvas, middle, new ImageSize(width, height));

        assertThat(Difference.between(picture, placement.takeAtOwnSize(answer)).similarity())
                .isGreaterThan(0.97);
    }

    @Test
    void maskLiesWhereThePictureDoesAndPaddingMayNotChange() {
        Mask all = mask(SIZE, (x, y) -> 255);

        Mask laid = STEPS.place(SIZE).lay(all);

        assertThat(laid)
                .isEqualTo(mask(new ImageSize(112, 80), (x, y) -> x >= 6 && x < 106 && y >= 5 && y < 75 ? 255 : 0));
    }

    @Test
    void softMaskKeepsItsValues() {
        Mask soft = mask(SIZE, (x, y) -> x * 2);

        assertThat(new Canvas.Any().place(SIZE).lay(soft)).isSameAs(soft);
        assertThat(STEPS.place(SIZE).lay(soft).coverage(6 + 40, 5 + 3)).isEqualTo(80);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noPixelThatMayChangeGetsLostWhenTheMaskIsScaled(long seed) {
        Random random = new Random(seed);
        ImageSize size = new ImageSize(50 + random.nextInt(700), 50 + random.nextInt(700));
        int left = random.nextInt(size.width());
        int top = random.nextInt(size.height());
        Mask dot = mask(size, (x, y) -> x == left && y == top ? 3 : 0);
        Placement placement = SQUARE.place(size);

        Mask laid = placement.lay(dot);

        Section spot = placement.spot();
        int x = spot.left() + (int) ((left + 0.5) * spot.size().width() / size.width());
        int y = spot.top() + (int) ((top + 0.5) * spot.size().height() / size.height());
        assertThat(laid.coverage(x, y)).as("seed %d", seed).isEqualTo(3);
        Section bounds = laid.bounds().orElseThrow();
        assertThat(bounds.size().width()).isLessThanOrEqualTo(2 + spot.size().width() / size.width());
    }

    @Test
    void picturesTooSmallToMakeAnythingOutAreNotSeen() {
        Placement placement = SQUARE.place(SIZE);

        assertThat(placement.isSeenIn(new ImageSize(1, 1))).isFalse();
        assertThat(placement.isSeenIn(new ImageSize(10, 10))).isFalse();
        assertThat(placement.isSeenIn(new ImageSize(4000, 8))).isFalse();
        assertThat(placement.isSeenIn(new ImageSize(17, 17))).isTrue();
    }

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    private static Mask mask(ImageSize size, IntBinaryOperator coverage) {
        int[] values = Raster.generate(size, coverage).toArray();
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Mask.of(size, bytes);
    }
}
