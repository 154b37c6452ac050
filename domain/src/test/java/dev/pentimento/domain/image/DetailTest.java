package dev.pentimento.domain.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.MaskShape.Rectangle;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetailTest {
    private static final ImageSize SIZE = new ImageSize(1000, 700);
    private static final Canvas SQUARE = new Canvas.Listed(List.of(new ImageSize(1024, 1024)));

    @Test
    void detailHasAThirdOfTheMaskAroundIt() {
        Placement placement = Detail.of(rectangle(0.4, 0.4, 0.3, 0.2), new Canvas.Any());

        assertThat(placement.part()).hasToString("500x340 at 300,180");
        assertThat(placement.keepsSize()).isTrue();
    }

    @Test
    void smallMaskHasSomethingAroundItToo() {
        Placement placement = Detail.of(rectangle(0.5, 0.5, 0.01, 0.01), new Canvas.Any());

        assertThat(placement.part()).hasToString("74x71 at 468,318");
    }

    @Test
    void detailTakesTheShapeOfTheCanvasAndIsNotEnlargedTooMuch() {
        Placement small = Detail.of(rectangle(0.5, 0.5, 0.01, 0.01), SQUARE);
        Placement wide = Detail.of(rectangle(0.3, 0.5, 0.3, 0.1), SQUARE);

        assertThat(small.part()).hasToString("256x256 at 377,226");
        assertThat(wide.part()).hasToString("500x500 at 200,135");
        assertThat(wide.spot()).isEqualTo(Section.whole(new ImageSize(1024, 1024)));
    }

    @Test
    void detailAtTheBorderStaysInThePicture() {
        Placement placement = Detail.of(rectangle(0.9, 0, 0.1, 0.1), SQUARE);

        assertThat(placement.part()).hasToString("256x256 at 744,0");
    }

    @Test
    void allOfThePictureIsShownWhenMostOfItMayChange() {
        Placement placement = Detail.of(rectangle(0.1, 0.1, 0.7, 0.6), SQUARE);

        assertThat(placement.part()).isEqualTo(Section.whole(SIZE));
        assertThat(placement.canvas()).hasToString("1024x1024");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everythingThatMayChangeIsOnTheCanvas(long seed) {
        Random random = new Random(seed);
        ImageSize size = new ImageSize(1 + random.nextInt(1500), 1 + random.nextInt(1500));
        double x = random.nextDouble();
        double y = random.nextDouble();
        MaskShape shape = new Rectangle(x, y, (1 - x) * random.nextDouble(), (1 - y) * random.nextDouble());
        Mask mask = Mask.draw(MaskSpec.of(shape), size, digest -> {
            throw new AssertionError("no picture was painted");
        });
        Canvas canvas = random.nextBoolean() ? SQUARE : new Canvas.Grid(16, 64, 1024, 65_536, 1_048_576, 3);

        Placement placement = Detail.of(mask, canvas);

        Section part = placement.part();
        assertThat(part.right()).as("seed %d", seed).isLessThanOrEqualTo(size.width());
        assertThat(part.bottom()).as("seed %d", seed).isLessThanOrEqualTo(size.height());
        mask.bounds().ifPresent(bounds -> {
            assertThat(part.left()).as("seed %d", seed).isLessThanOrEqualTo(bounds.left());
            assertThat(part.top()).as("seed %d", seed).isLessThanOrEqualTo(bounds.top());
            assertThat(part.right()).as("seed %d", seed).isGreaterThanOrEqualTo(bounds.right());
            assertThat(part.bottom()).as("seed %d", seed).isGreaterThanOrEqualTo(bounds.bottom());
        });
        assertThat(placement.lay(mask).isEmpty()).as("seed %d", seed).isEqualTo(mask.isEmpty());
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static Mask rectangle(double x, double y, double width, double height) {
        return Mask.draw(MaskSpec.of(new Rectangle(x, y, width, height)), SIZE, digest -> {
            throw new AssertionError("no picture was painted");
        });
    }
}
