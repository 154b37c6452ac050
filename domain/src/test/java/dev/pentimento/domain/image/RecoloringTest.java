package dev.pentimento.domain.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecoloringTest {
    private static final ImageSize SIZE = new ImageSize(256, 64);
    private static final Palette DUSK =
            new Palette("Dusk", "", List.of("#fff0d6", "#2d1b4e", "#8e2f63", "#f6a547", "#e4572e"));

    @Test
    void flatAreasBecomePaletteColoursInOrderOfLightness() {
        int[] stripes = {0xff102030, 0xff335577, 0xffcc4433, 0xff99bb66, 0xfff4f4f0};
        Raster base = Raster.generate(SIZE, (x, y) -> stripes[Math.min(4, x / 52)]);

        Raster result = Recoloring.recolor(base, DUSK);

        assertThat(List.of(result.argb(5, 5), result.argb(60, 5), result.argb(110, 5), result.argb(160, 5)))
                .containsExactly(0xff2d1b4e, 0xff8e2f63, 0xffe4572e, 0xfff6a547);
        assertThat(result.argb(250, 5)).isEqualTo(0xfffff0d6);
    }

    @Test
    void twoColoursTakeTheDarkestAndTheLightest() {
        Raster base = Raster.generate(SIZE, (x, y) -> x < 90 ? 0xff1040ff : 0xffffee00);

        Raster result = Recoloring.recolor(base, DUSK);

        assertThat(result).isEqualTo(Raster.generate(SIZE, (x, y) -> x < 90 ? 0xff2d1b4e : 0xfffff0d6));
    }

    @Test
    void softEdgesStayBetweenTheColoursOfBothSides() {
        Raster base = Raster.generate(SIZE, (x, y) -> x < 128 ? 0xff000000 : x == 128 ? 0xff808080 : 0xffffffff);

        Raster result = Recoloring.recolor(base, DUSK);

        float edge = OkLab.ofArgb(result.argb(128, 9)).lightness();
        assertThat(edge).isBetween(0.4f, 0.8f);
        assertThat(result.argb(127, 9)).isEqualTo(0xff2d1b4e);
        assertThat(result.argb(129, 9)).isEqualTo(0xfffff0d6);
    }

    @Test
    void gradientsStayMonotone() {
        Raster base = Raster.generate(SIZE, (x, y) -> 0xff000000 | x * 0x010101);

        Raster result = Recoloring.recolor(base, DUSK);

        for (int x = 1; x < SIZE.width(); x++) {
            assertThat(OkLab.ofArgb(result.argb(x, 0)).lightness())
                    .as("at %d", x)
                    .isGreaterThan(OkLab.ofArgb(result.argb(x - 1, 0)).lightness() - 0.005f);
        }
    }

    @Test
    void alphaStaysBitForBit() {
        long seed = 20_261;
        Random random = new Random(seed);
        Raster base = Raster.generate(SIZE, (x, y) -> random.nextInt());

        Raster result = Recoloring.recolor(base, DUSK);

        for (int x = 0; x < SIZE.width(); x++) {
            assertThat(result.argb(x, 30) >>> 24).as("seed %d", seed).isEqualTo(base.argb(x, 30) >>> 24);
        }
    }

    @Test
    void invisiblePictureStaysAsItIs() {
        Raster base = Raster.generate(SIZE, (x, y) -> 0x00123456);

        assertThat(Recoloring.recolor(base, DUSK)).isEqualTo(base);
    }

    @Test
    void sameColoursGiveTheSamePixels() {
        Raster base = Raster.generate(SIZE, (x, y) -> 0xff000000 | x * y * 97);

        assertThat(Recoloring.recolor(base, DUSK)).isEqualTo(Recoloring.recolor(base, DUSK));
    }
}
