package dev.pentimento.domain.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {
    private static final ImageSize SIZE = new ImageSize(60, 40);

    @Test
    void whatKeepsItsSizeKeepsItsPixels() {
        Raster noise = noise(SIZE);

        assertThat(Resampling.scaled(noise, SIZE)).isSameAs(noise);
    }

    @Test
    void wholePixelsAreCutOutAsTheyAre() {
        Raster noise = noise(SIZE);

        Raster cut = Resampling.of(noise, new Window(7, 3, 20, 30), new ImageSize(20, 30));

        assertThat(cut).isEqualTo(Raster.generate(new ImageSize(20, 30), (x, y) -> noise.argb(x + 7, y + 3)));
    }

    @ParameterizedTest
    @CsvSource({"60,40", "1,1", "7,200", "200,7", "59,41", "180,120", "30,20", "61,13"})
    void oneColourStaysOneColour(int width, int height) {
        ImageSize size = new ImageSize(width, height);
        for (int argb : new int[] {0xff000000, 0xffffffff, 0xff12ab9f, 0x80ff0000, 0}) {
            Raster plain = Raster.generate(SIZE, (x, y) -> argb);

            assertThat(Resampling.scaled(plain, size)).isEqualTo(Raster.generate(size, (x, y) -> argb));
        }
    }

    @Test
    void smallerIsTheMeanOfAreas() {
        Raster noise = opaque(noise(SIZE));

        Raster half = Resampling.scaled(noise, new ImageSize(30, 10));

        for (int y = 0; y < 10; y++) {
            for (int x = 0; x < 30; x++) {
                int sum = 0;
                for (int i = 0; i < 8; i++) {
                    sum += noise.argb(2 * x + i % 2, 4 * y + i / 2) >> 8 & 0xff;
                }
                assertThat(half.argb(x, y) >> 8 & 0xff).isCloseTo(Math.round(sum / 8f), within(1));
            }
        }
    }

    @Test
    void borderPixelsCountByTheShareThatLiesInside() {
        Raster steps = Raster.generate(new ImageSize(3, 1), (x, y) -> 0xff000000 | x * 100);

        Raster two = Resampling.scaled(steps, new ImageSize(2, 1));

        assertThat(two.argb(0, 0) & 0xff).isEqualTo(Math.round((0 + 100 * 0.5f) / 1.5f));
        assertThat(two.argb(1, 0) & 0xff).isEqualTo(Math.round((100 * 0.5f + 200) / 1.5f));
    }

    @Test
    void largerFollowsASlopeExactly() {
        Raster slope = Raster.generate(SIZE, (x, y) -> 0xff000000 | (2 * x + 3 * y) << 8);

        Raster large = Resampling.scaled(slope, new ImageSize(180, 120));

        for (int y = 6; y < 114; y++) {
            for (int x = 6; x < 174; x++) {
                double expected = 2 * ((x + 0.5) / 3 - 0.5) + 3 * ((y + 0.5) / 3 - 0.5);
                assertThat((double) (large.argb(x, y) >> 8 & 0xff)).isCloseTo(expected, within(0.51));
            }
        }
    }

    @Test
    void invisiblePixelsLendNoColour() {
        Raster edge = Raster.generate(SIZE, (x, y) -> x < 31 ? 0xffff0000 : 0x0000ff00);

        for (ImageSize size : new ImageSize[] {new ImageSize(20, 40), new ImageSize(171, 91)}) {
            int[] pixels = Resampling.scaled(edge, size).toArray();
            for (int argb : pixels) {
                assertThat(argb & 0xffff).isZero();
            }
        }
    }

    @Test
    void beyondTheBorderThePictureGoesOnAsItsOutermostPixels() {
        Raster noise = opaque(noise(SIZE));

        Raster wide = Resampling.of(noise, new Window(-5, 0, 70, 40), new ImageSize(70, 40));

        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 70; x++) {
                assertThat(wide.argb(x, y)).isEqualTo(noise.argb(Math.max(0, Math.min(59, x - 5)), y));
            }
        }
    }

    @Test
    void enlargedAndReducedAgainIsThePicture() {
        Raster picture = Scenes.landscape(new ImageSize(120, 90));

        Raster back = Resampling.scaled(Resampling.scaled(picture, new ImageSize(397, 298)), picture.size());

        assertThat(Difference.between(picture, back).similarity()).isGreaterThan(0.98);
    }

    @Test
    void rowsOfATallPictureAreReducedToo() {
        Raster tall = Raster.generate(new ImageSize(3, 5000), (x, y) -> 0xff000000 | (y / 2500) * 0xffffff);

        Raster small = Resampling.scaled(tall, new ImageSize(3, 2));

        assertThat(small).isEqualTo(Raster.generate(new ImageSize(3, 2), (x, y) -> 0xff000000 | y * 0xffffff));
    }

    @Test
    void coveringTakesTheMiddleInTheWantedShape() {
        Raster bars = Raster.generate(
                new ImageSize(90, 30), (x, y) -> x < 30 ? 0xffff0000 : x < 60 ? 0xff00ff00 : 0xff0000ff);

        Raster square = Resampling.covering(bars, new ImageSize(10, 10));

        assertThat(square).isEqualTo(Raster.generate(new ImageSize(10, 10), (x, y) -> 0xff00ff00));
    }

    private static Raster noise(ImageSize size) {
        Random random = new Random(20_261);
        return Raster.generate(size, (x, y) -> random.nextInt());
    }

    private static Raster opaque(Raster raster) {
        return Raster.generate(raster.size(), (x, y) -> 0xff000000 | raster.argb(x, y));
    }
}
