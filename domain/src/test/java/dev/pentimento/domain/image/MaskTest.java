package dev.pentimento.domain.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.image.MaskShape.BrushStroke;
import dev.pentimento.domain.image.MaskShape.Circle;
import dev.pentimento.domain.image.MaskShape.Painted;
import dev.pentimento.domain.image.MaskShape.Polygon;
import dev.pentimento.domain.image.MaskShape.Rectangle;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskTest {
    private static final ImageSize SIZE = new ImageSize(100, 50);
    private static final ImageDigest PICTURE = new ImageDigest("a".repeat(64));

    @Test
    void rectangleCoversItsPixelsAndNoOthers() {
        Mask mask = draw(SIZE, new Rectangle(0.1, 0.2, 0.3, 0.4));

        assertThat(coveredPixels(mask)).isEqualTo(30 * 20);
        assertThat(mask.coverage(10, 10)).isEqualTo(255);
        assertThat(mask.coverage(39, 29)).isEqualTo(255);
        assertThat(mask.coverage(9, 10)).isZero();
        assertThat(mask.coverage(40, 10)).isZero();
        assertThat(mask.coverage(10, 30)).isZero();
    }

    @Test
    void fullRectangleCoversEveryPixelWhateverTheSize() {
        ImageSize odd = new ImageSize(7, 13);

        assertThat(coveredPixels(draw(odd, new Rectangle(0, 0, 1, 1)))).isEqualTo(odd.pixels());
    }

    @Test
    void circleIsRoundOnAnImageThatIsNotSquare() {
        Mask mask = draw(SIZE, new Circle(new Point(0.5, 0.5), 0.4));

        assertThat(mask.coverage(50 + 19, 25)).isEqualTo(255);
        assertThat(mask.coverage(50, 25 + 19)).isEqualTo(255);
        assertThat(mask.coverage(50 + 21, 25)).isZero();
        assertThat((double) coveredPixels(mask)).isBetween(Math.PI * 400 * 0.97, Math.PI * 400 * 1.03);
    }

    @Test
    void triangleCoversHalfOfItsBox() {
        Mask mask = draw(SIZE, new Polygon(List.of(new Point(0, 0), new Point(1, 0), new Point(0, 1))));

        assertThat(coveredPixels(mask)).isBetween(2400L, 2600L);
        assertThat(mask.coverage(5, 5)).isEqualTo(255);
        assertThat(mask.coverage(95, 45)).isZero();
    }

    @Test
    void brushFollowsItsLine() {
        Mask mask = draw(SIZE, new BrushStroke(List.of(new Point(0.1, 0.5), new Point(0.9, 0.5)), 0.1));

        assertThat(mask.coverage(50, 25)).isEqualTo(255);
        assertThat(mask.coverage(50, 29)).isEqualTo(255);
        assertThat(mask.coverage(50, 31)).isZero();
        assertThat(mask.coverage(6, 25)).isEqualTo(255);
        assertThat(mask.coverage(3, 25)).isZero();
    }

    @Test
    void severalShapesMakeTheirUnion() {
        Rectangle left = new Rectangle(0, 0, 0.5, 1);
        Rectangle overlapping = new Rectangle(0.25, 0, 0.5, 1);

        assertThat(coveredPixels(draw(SIZE, left, overlapping))).isEqualTo(75 * 50);
    }

    @Test
    void whiteOfAnOpaquePictureMayChange() {
        Raster picture = Raster.generate(SIZE, (x, y) -> x < 50 ? 0xffffffff : 0xff000000);

        Mask mask = paint(picture);

        assertThat(mask.coverage(49, 0)).isEqualTo(255);
        assertThat(mask.coverage(50, 0)).isZero();
    }

    @Test
    void holesOfATransparentPictureMayChange() {
        Raster picture = Raster.generate(SIZE, (x, y) -> x < 50 ? 0x00ffffff : 0xffffffff);

        Mask mask = paint(picture);

        assertThat(mask.coverage(49, 0)).isEqualTo(255);
        assertThat(mask.coverage(50, 0)).isZero();
    }

    @Test
    void pictureOfAnotherSizeIsRefusedWithBothSizes() {
        Raster picture = Raster.generate(new ImageSize(10, 10), (x, y) -> 0xffffffff);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> paint(picture))
                .withMessageContaining("10x10")
                .withMessageContaining("100x50");
    }

    @Test
    void featherStaysInsideTheShape() {
        MaskShape shape = new Circle(new Point(0.5, 0.5), 0.4);
        Mask hard = draw(SIZE, shape);

        Mask soft = Mask.draw(new MaskSpec(List.of(shape), 5), SIZE, digest -> noPicture());

        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                assertThat(soft.coverage(x, y)).isLessThanOrEqualTo(hard.coverage(x, y));
            }
        }
        assertThat(soft.coverage(50, 25)).isEqualTo(255);
        assertThat(soft.coverage(31, 25)).isBetween(1, 120);
    }

    @Test
    void featherGrowsLinearlyWithTheDistanceToTheEdge() {
        MaskSpec spec = new MaskSpec(List.of(new Rectangle(0.2, 0, 0.6, 1)), 4);

        Mask soft = Mask.draw(spec, SIZE, digest -> noPicture());

        assertThat(List.of(19, 20, 21, 22, 23, 24))
                .extracting(x -> soft.coverage(x, 25))
                .containsExactly(0, 51, 102, 153, 204, 255);
    }

    @Test
    void borderOfTheImageIsNoEdgeOfTheMask() {
        Mask soft = Mask.draw(new MaskSpec(List.of(new Rectangle(0, 0, 1, 1)), 8), SIZE, digest -> noPicture());

        assertThat(soft.coverage(0, 0)).isEqualTo(255);
    }

    @Test
    void shapesOutsideTheImageAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rectangle(0.8, 0, 0.5, 0.5))
                .withMessageContaining("1.3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Point(1.2, 0))
                .withMessage("x must lie between 0 and 1 but was 1.2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Circle(new Point(0.5, 0.5), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Circle(new Point(0.5, 0.5), Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Polygon(List.of(new Point(0, 0), new Point(1, 1))));
        assertThatIllegalArgumentException().isThrownBy(() -> new MaskSpec(List.of(), 0));
    }

    @Test
    void blackPictureMakesAnEmptyMask() {
        assertThat(paint(Raster.generate(SIZE, (x, y) -> 0xff000000)).isEmpty()).isTrue();
        assertThat(draw(SIZE, new Rectangle(0, 0, 0.1, 0.1)).isEmpty()).isFalse();
    }

    private static Mask draw(ImageSize size, MaskShape... shapes) {
        return Mask.draw(MaskSpec.of(shapes), size, digest -> noPicture());
    }

    private static Mask paint(Raster picture) {
        return Mask.draw(MaskSpec.of(new Painted(PICTURE)), SIZE, digest -> picture);
    }

    private static Raster noPicture() {
        throw new AssertionError("no picture was painted");
    }

    private static long coveredPixels(Mask mask) {
        long covered = 0;
        for (byte value : mask.toArray()) {
            covered += value == 0 ? 0 : 1;
        }
        return covered;
    }
}
