package dev.pentimento.domain.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelsTest {
    private static final ImageSize SIZE = new ImageSize(40, 30);

    @Test
    void rasterKeepsItsPixelsWhateverHappensToTheArray() {
        int[] pixels = {1, 2, 3, 4};
        Raster raster = Raster.of(new ImageSize(2, 2), pixels);

        pixels[0] = 9;
        raster.toArray()[1] = 9;

        assertThat(raster.toArray()).containsExactly(1, 2, 3, 4);
        assertThat(raster).isEqualTo(Raster.generate(new ImageSize(2, 2), (x, y) -> 1 + x + 2 * y));
    }

    @Test
    void rasterGivesItsRowsOneByOne() {
        int[] row = {9, 9, 9};

        Raster.adopt(new ImageSize(2, 2), new int[] {1, 2, 3, 4}).copyRow(1, row);

        assertThat(row).containsExactly(3, 4, 9);
    }

    @Test
    void rasterRefusesAWrongNumberOfPixels() {
        assertThatIllegalArgumentException().isThrownBy(() -> Raster.adopt(SIZE, new int[7]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raster.of(SIZE, new int[7]))
                .withMessage("A raster of 40x30 needs 1200 pixels but was given 7");
    }

    @Test
    void everySrgbColourSurvivesTheWayThroughOkLab() {
        for (int rgb = 0; rgb < 0x1000000; rgb += 257) {
            assertThat(OkLab.ofArgb(rgb).toArgb(255)).isEqualTo(0xff000000 | rgb);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0xffffff, 1, 0, 0",
        "0x000000, 0, 0, 0",
        "0xff0000, 0.628, 0.2249, 0.1258",
        "0x0000ff, 0.452, -0.0324, -0.3115"
    })
    void okLabAgreesWithItsPublishedValues(int rgb, float lightness, float a, float b) {
        OkLab lab = OkLab.ofArgb(rgb);

        assertThat(lab.lightness()).isCloseTo(lightness, within(0.001f));
        assertThat(lab.a()).isCloseTo(a, within(0.001f));
        assertThat(lab.b()).isCloseTo(b, within(0.001f));
    }

    @Test
    void identicalPicturesDoNotDiffer() {
        Raster noise = noise(new Random(4));

        assertThat(Difference.between(noise, noise)).isEqualTo(new Difference(0, 0, 1));
    }

    @Test
    void differenceTellsShareAndSize() {
        Raster before = Raster.generate(SIZE, (x, y) -> 0xff808080);
        Raster after = Raster.generate(SIZE, (x, y) -> x < 10 ? 0xff808890 : 0xff808080);

        Difference difference = Difference.between(before, after);

        assertThat(difference.changedPercent()).isEqualTo(25);
        assertThat(difference.maxDifference()).isEqualTo(16);
    }

    @Test
    void similarityFallsAsNoiseGrows() {
        Raster picture = Raster.generate(SIZE, (x, y) -> 0xff000000 | (x * 6) << 16 | (y * 8) << 8);
        Raster slightly = disturbed(picture, 8);
        Raster badly = disturbed(picture, 90);

        double slight = Difference.between(picture, slightly).similarity();
        double bad = Difference.between(picture, badly).similarity();

        assertThat(slight).isBetween(bad, 0.9999);
        assertThat(bad).isLessThan(0.6);
    }

    @Test
    void digestIsTheSha256OfTheBytes() {
        ImageFile file = new ImageFile("abc.txt", "abc".getBytes(StandardCharsets.US_ASCII));

        assertThat(file.digest()).hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void digestRefusesWhatIsNoSha256() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageDigest("../../etc/passwd"))
                .withMessageContaining("../../etc/passwd");
    }

    @ParameterizedTest
    @CsvSource({"89504e470d0a1a0a00, PNG", "ffd8ffe0, JPEG", "524946460000000057454250, WEBP", "474946383961, GIF"})
    void formatIsToldByTheFirstBytes(String hex, MediaType expected) {
        assertThat(MediaType.sniff(java.util.HexFormat.of().parseHex(hex))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"''", "00", "524946460000000041564920", "25504446", "ffd8"})
    void otherBytesAreNoImage(String hex) {
        assertThat(MediaType.sniff(java.util.HexFormat.of().parseHex(hex))).isEmpty();
    }

    @Test
    void imagesShowNoBytesInMessages() {
        assertThat(new ImageFile("a.png", new byte[1000])).hasToString("ImageFile[a.png, 1000 bytes]");
    }

    @Test
    void sideBySideShowsBeforeAfterAndWhatChanged() {
        Raster before = Raster.generate(SIZE, (x, y) -> 0xff808080);
        Raster after = Raster.generate(SIZE, (x, y) -> x == 3 ? 0xff0000ff : 0xff808080);

        Raster sheet = SideBySide.of(before, after);

        assertThat(sheet.size()).isEqualTo(new ImageSize(3 * 40 + 2 * 16, 30));
        assertThat(sheet.argb(3, 5)).isEqualTo(0xff808080);
        assertThat(sheet.argb(40 + 16 + 3, 5)).isEqualTo(0xff0000ff);
        assertThat(sheet.argb(2 * 56 + 3, 5)).isEqualTo(0xffd61c1c);
        assertThat(sheet.argb(2 * 56 + 4, 5)).isEqualTo(0xffcfcfcf);
    }

    @Test
    void sideBySideOfDifferentSizesShowsBoth() {
        Raster before = Raster.generate(SIZE, (x, y) -> 0xff808080);
        Raster after = Raster.generate(new ImageSize(10, 50), (x, y) -> 0xff0000ff);

        assertThat(SideBySide.of(before, after).size()).isEqualTo(new ImageSize(40 + 16 + 10, 50));
    }

    private static Raster noise(Random random) {
        return Raster.generate(SIZE, (x, y) -> random.nextInt());
    }

    private static Raster disturbed(Raster picture, int by) {
        Random random = new Random(11);
        return Raster.generate(SIZE, (x, y) -> {
            int pixel = picture.argb(x, y);
            int green = Math.max(0, Math.min(255, (pixel >> 8 & 0xff) + random.nextInt(2 * by + 1) - by));
            return (pixel & 0xffff00ff) | green << 8;
        });
    }
}
