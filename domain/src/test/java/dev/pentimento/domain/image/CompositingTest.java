package dev.pentimento.domain.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.image.MaskShape.Circle;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CompositingTest {
    private static final ImageSize SIZE = new ImageSize(64, 48);
    private static final Mask SOFT_CIRCLE =
            Mask.draw(new MaskSpec(List.of(new Circle(new Point(0.5, 0.5), 0.4)), 6), SIZE, digest -> {
                throw new AssertionError("no picture was painted");
            });

    @RepeatedTest(20)
    void outsideTheMaskEveryPixelIsTheParents() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Raster parent = noise(random);
        Raster edit = noise(random);

        Raster result = Compositing.composite(parent, edit, SOFT_CIRCLE);

        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                int expected = SOFT_CIRCLE.coverage(x, y) == 0 ? parent.argb(x, y) : edit.argb(x, y);
                if (SOFT_CIRCLE.coverage(x, y) % 255 == 0) {
                    assertThat(result.argb(x, y))
                            .as("seed %d, pixel %d,%d", seed, x, y)
                            .isEqualTo(expected);
                }
            }
        }
        assertThat(MaskCheck.of(parent, result, SOFT_CIRCLE).isExact())
                .as("seed %d", seed)
                .isTrue();
    }

    @Test
    void softEdgeMixesByCoverage() {
        Raster black = filled(0xff000000);
        Raster white = filled(0xffffffff);

        Raster result = Compositing.composite(black, white, SOFT_CIRCLE);

        for (int x = 0; x < SIZE.width(); x++) {
            assertThat(result.argb(x, 24) & 0xff).isEqualTo(SOFT_CIRCLE.coverage(x, 24));
        }
    }

    @Test
    void softEdgeTakesNoColourFromInvisiblePixels() {
        Raster invisibleGreen = filled(0x0000ff00);
        Raster red = filled(0xffff0000);

        Raster result = Compositing.composite(invisibleGreen, red, SOFT_CIRCLE);

        for (int x = 0; x < SIZE.width(); x++) {
            if (SOFT_CIRCLE.coverage(x, 24) > 0) {
                assertThat(result.argb(x, 24) & 0xffffff).isEqualTo(0xff0000);
                assertThat(result.argb(x, 24) >>> 24).isEqualTo(SOFT_CIRCLE.coverage(x, 24));
            }
        }
    }

    @Test
    void checkFindsASingleChangedPixelOutside() {
        Raster parent = filled(0xff204060);
        Raster leaking = Raster.generate(SIZE, (x, y) -> x == 1 && y == 1 ? 0xff204067 : parent.argb(x, y));

        MaskCheck check = MaskCheck.of(parent, leaking, SOFT_CIRCLE);

        assertThat(check.maxDifferenceOutside()).isEqualTo(7);
        assertThat(check.isExact()).isFalse();
    }

    @Test
    void checkCountsWhatChangedInside() {
        Raster parent = filled(0xff204060);
        Mask half = Mask.draw(MaskSpec.of(new MaskShape.Rectangle(0, 0, 0.5, 1)), SIZE, digest -> parent);
        Raster edit = Raster.generate(SIZE, (x, y) -> y < 12 ? 0xff304060 : parent.argb(x, y));

        MaskCheck check = MaskCheck.of(parent, Compositing.composite(parent, edit, half), half);

        assertThat(check.pixelsInside()).isEqualTo(32 * 48);
        assertThat(check.changedInsidePercent()).isEqualTo(25.0);
        assertThat(check.changedNothing()).isFalse();
    }

    @Test
    void checkSaysWhenNothingChanged() {
        Raster parent = filled(0xff204060);

        assertThat(MaskCheck.of(parent, parent, SOFT_CIRCLE).changedNothing()).isTrue();
    }

    @Test
    void picturesOfDifferentSizesAreRefused() {
        Raster small = Raster.generate(new ImageSize(3, 3), (x, y) -> 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Compositing.composite(filled(0), small, SOFT_CIRCLE))
                .withMessage("The edit is 3x3 px but must be 64x48 px");
    }

    private static Raster filled(int argb) {
        return Raster.generate(SIZE, (x, y) -> argb);
    }

    private static Raster noise(Random random) {
        return Raster.generate(SIZE, (x, y) -> random.nextInt());
    }
}
