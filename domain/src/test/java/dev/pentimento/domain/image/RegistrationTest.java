package dev.pentimento.domain.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.MaskShape.Circle;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {
    private static final ImageSize SIZE = new ImageSize(400, 280);
    private static final Raster PICTURE = Scenes.landscape(SIZE);
    private static final Mask MASK =
            Mask.draw(MaskSpec.of(new Circle(new Point(0.5, 0.5), 0.2)), SIZE, digest -> PICTURE);
    private static final Placement PLAIN = new Canvas.Any().place(SIZE);

    @ParameterizedTest
    @CsvSource({"2, 0", "0, -2", "-3, 1", "6, 6"})
    void movedAnswerIsMovedBack(int right, int down) {
        Raster answer = withPatch(moved(PICTURE, right, down), right, down);

        Raster found = Registration.of(PLAIN, PICTURE, MASK, answer);

        assertThat(innerDifference(found)).isZero();
        assertThat(innerDifference(PLAIN.takeAtOwnSize(answer))).as("control").isGreaterThan(3);
    }

    @Test
    void noiseOfCompressionDoesNotHideAMove() {
        Random random = new Random(20_261);
        Raster moved = withPatch(moved(PICTURE, 2, 2), 2, 2);
        Raster answer = Raster.generate(SIZE, (x, y) -> shifted(moved.argb(x, y), random.nextInt(13) - 6));

        assertThat(innerDifference(Registration.of(PLAIN, PICTURE, MASK, answer)))
                .isLessThan(4);
    }

    @Test
    void otherLightDoesNotHideAMove() {
        Raster moved = withPatch(moved(PICTURE, 3, -2), 3, -2);
        Raster answer = Raster.generate(SIZE, (x, y) -> shifted(moved.argb(x, y), -40));

        Raster found = Registration.of(PLAIN, PICTURE, MASK, answer);

        assertThat(found.argb(200, 140)).isEqualTo(answer.argb(203, 138));
    }

    @Test
    void answerThatKeptItsPlaceIsLeftWhereItIs() {
        Raster answer = withPatch(PICTURE, 0, 0);

        assertThat(Registration.of(PLAIN, PICTURE, MASK, answer)).isEqualTo(answer);
    }

    @Test
    void nothingToGoByMovesNothing() {
        Raster red = Raster.generate(SIZE, (x, y) -> 0xffff0000);
        Random random = new Random(20_261);
        Raster noise = Raster.generate(SIZE, (x, y) -> 0xff000000 | random.nextInt());
        Mask all = Mask.draw(MaskSpec.of(new MaskShape.Rectangle(0, 0, 1, 1)), SIZE, digest -> PICTURE);

        assertThat(Registration.of(PLAIN, PICTURE, MASK, red)).isEqualTo(red);
        assertThat(Registration.of(PLAIN, PICTURE, MASK, noise)).isEqualTo(noise);
        assertThat(Registration.of(PLAIN, PICTURE, all, moved(PICTURE, 2, 2))).isEqualTo(moved(PICTURE, 2, 2));
    }

    @Test
    void squeezedAnswerIsWidenedAgain() {
        Raster answer = Resampling.scaled(withPatch(PICTURE, 0, 0), new ImageSize(320, 320));

        Raster found = Registration.of(PLAIN, PICTURE, MASK, answer);

        assertThat(Difference.between(found, withPatch(PICTURE, 0, 0)).similarity())
                .isGreaterThan(0.97);
        assertThat(Difference.between(PLAIN.takeAtOwnSize(answer), found).similarity())
                .as("control")
                .isLessThan(0.9);
    }

    @Test
    void answerCutToAnotherShapeIsFoundInTheMiddle() {
        Raster answer = Resampling.cut(withPatch(PICTURE, 0, 0), new Section(60, 0, new ImageSize(280, 280)));

        Raster found = Registration.of(PLAIN, PICTURE, MASK, answer);

        assertThat(innerDifference(found)).isZero();
    }

    @Test
    void answerWithBarsIsFoundBetweenThem() {
        Raster changed = withPatch(PICTURE, 0, 0);
        Raster answer = Raster.generate(
                new ImageSize(400, 400), (x, y) -> y < 60 || y >= 340 ? 0xff000000 : changed.argb(x, y - 60));

        assertThat(Registration.of(PLAIN, PICTURE, MASK, answer)).isEqualTo(changed);
    }

    @Test
    void roundedSizeIsTakenForWhatItIs() {
        Raster changed = withPatch(PICTURE, 0, 0);
        Raster squeezed = Resampling.scaled(changed, new ImageSize(400, 272));
        Raster cut = Resampling.cut(changed, new Section(0, 4, new ImageSize(400, 272)));

        assertThat(Difference.between(Registration.of(PLAIN, PICTURE, MASK, squeezed), changed)
                        .similarity())
                .isGreaterThan(0.97);
        assertThat(Difference.between(PLAIN.takeAtOwnSize(squeezed), changed).similarity())
                .as("control")
                .isLessThan(0.96);
        assertThat(innerDifference(Registration.of(PLAIN, PICTURE, MASK, cut))).isZero();
    }

    @Test
    void moveOnASmallCanvasIsAWiderOneInThePicture() {
        Placement small = new Canvas.Listed(List.of(new ImageSize(200, 140))).place(SIZE);
        Raster canvas = small.lay(withPatch(PICTURE, 0, 0));

        Raster found = Registration.of(small, PICTURE, MASK, moved(canvas, 4, 4));

        assertThat(Difference.between(small.takeAtOwnSize(canvas), found).similarity())
                .isGreaterThan(0.95);
    }

    /** The mean difference of what may change from what the editor made of it, away from the rim, in levels of 255. */
    private static double innerDifference(Raster found) {
        Raster expected = withPatch(PICTURE, 0, 0);
        long sum = 0;
        long count = 0;
        for (int y = 110; y < 170; y++) {
            for (int x = 170; x < 230; x++) {
                sum += Difference.ofPixels(found.argb(x, y), expected.argb(x, y));
                count++;
            }
        }
        return (double) sum / count;
    }

    /** With a checkered patch within the mask, which the move has taken along. */
    private static Raster withPatch(Raster raster, int right, int down) {
        return Raster.generate(raster.size(), (x, y) -> {
            int u = x - right;
            int v = y - down;
            boolean patch = u >= 180 && u < 220 && v >= 120 && v < 160;
            return patch ? (u / 5 + v / 5) % 2 == 0 ? 0xffffffff : 0xffc00000 : raster.argb(x, y);
        });
    }

    private static Raster moved(Raster raster, int right, int down) {
        return Raster.generate(
                raster.size(),
                (x, y) -> raster.argb(
                        Math.max(0, Math.min(raster.width() - 1, x - right)),
                        Math.max(0, Math.min(raster.height() - 1, y - down))));
    }

    private static int shifted(int argb, int by) {
        int result = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            result = result << 8 | Math.max(0, Math.min(255, (argb >> shift & 0xff) + by));
        }
        return result;
    }
}
