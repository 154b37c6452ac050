package dev.pentimento.testkit;

import static dev.pentimento.testkit.ImageCodecPromises.argb;
import static dev.pentimento.testkit.ImageCodecPromises.assertNear;
import static dev.pentimento.testkit.ImageCodecPromises.grey;
import static dev.pentimento.testkit.ImageCodecPromises.picture;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PNG in every colour type, depth and interlacing, with profiles and orientation. */
interface PngReadingPromises extends ImageCodecPromises {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    default void greyIsSpreadOverTheWholeScale(int depth) {
        int most = (1 << depth) - 1;
        PngFile file = PngFile.of(21, 13, PngFile.GREY, depth, (x, y, channel) -> (x * 7 + y) & most);

        assertThat(decode(file.bytes())).isEqualTo(picture(21, 13, (x, y) -> grey(((x * 7 + y) & most) * 255 / most)));
    }

    @Test
    default void sixteenBitsAreRoundedToTheNearestOfEight() {
        PngFile greys = PngFile.of(256, 256, PngFile.GREY, 16, (x, y, channel) -> y << 8 | x);
        PngFile colours = PngFile.of(64, 64, PngFile.RGB_ALPHA, 16, (x, y, channel) -> x * 1021 + y * (channel + 1));

        assertThat(decode(greys.bytes())).isEqualTo(picture(256, 256, (x, y) -> grey(nearest(y << 8 | x))));
        assertThat(decode(colours.bytes()))
                .isEqualTo(picture(
                        64,
                        64,
                        (x, y) -> argb(
                                nearest(x * 1021 + y * 4),
                                nearest(x * 1021 + y),
                                nearest(x * 1021 + y * 2),
                                nearest(x * 1021 + y * 3))));
    }

    private static int nearest(int sixteenBits) {
        return (int) Math.round(sixteenBits / 257.0);
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "16, 257"})
    default void greyKeepsItsAlpha(int depth, int scale) {
        PngFile file = PngFile.of(
                17, 9, PngFile.GREY_ALPHA, depth, (x, y, channel) -> (channel == 0 ? x * 15 : y * 31) * scale);

        assertThat(decode(file.bytes())).isEqualTo(picture(17, 9, (x, y) -> argb(y * 31, x * 15, x * 15, x * 15)));
    }

    @Test
    default void coloursUnderAlphaZeroAreKept() {
        PngFile file = PngFile.of(4, 1, PngFile.RGB_ALPHA, 8, (x, y, channel) -> channel == 3 ? 0 : 10 * x + channel);

        assertThat(decode(file.bytes())).isEqualTo(picture(4, 1, (x, y) -> argb(0, 10 * x, 10 * x + 1, 10 * x + 2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    default void palettesKeepColoursAndTransparency(int depth) {
        int most = (1 << depth) - 1;
        byte[] palette = new byte[3 * (most + 1)];
        for (int i = 0; i <= most; i++) {
            palette[3 * i] = (byte) (i * 3);
            palette[3 * i + 1] = (byte) (255 - i);
            palette[3 * i + 2] = (byte) (i * 7);
        }
        PngFile file = PngFile.of(19, 11, PngFile.PALETTE, depth, (x, y, channel) -> (x * 5 + y) & most)
                .with("PLTE", palette)
                .with("tRNS", (byte) 0, (byte) 100);

        assertThat(decode(file.bytes())).isEqualTo(picture(19, 11, (x, y) -> {
            int i = (x * 5 + y) & most;
            int alpha = i == 0 ? 0 : i == 1 ? 100 : 255;
            return argb(alpha, i * 3 & 0xff, 255 - i, i * 7 & 0xff);
        }));
    }

    @Test
    default void oneColourMayBeTransparent() {
        PngFile grey = PngFile.of(16, 1, PngFile.GREY, 4, (x, y, channel) -> x).with("tRNS", (byte) 0, (byte) 5);
        PngFile colour = PngFile.of(8, 1, PngFile.RGB, 8, (x, y, channel) -> x == 3 ? channel : x)
                .with("tRNS", (byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 0, (byte) 2);
        PngFile deep = PngFile.of(2, 1, PngFile.RGB, 16, (x, y, channel) -> 0x1234 + x)
                .with("tRNS", (byte) 0x12, (byte) 0x34, (byte) 0x12, (byte) 0x34, (byte) 0x12, (byte) 0x34);

        assertThat(decode(grey.bytes())).isEqualTo(picture(16, 1, (x, y) -> x == 5 ? 0x555555 : grey(x * 17)));
        assertThat(decode(colour.bytes())).isEqualTo(picture(8, 1, (x, y) -> x == 3 ? 0x000102 : grey(x)));
        assertThat(decode(deep.bytes())).isEqualTo(picture(2, 1, (x, y) -> x == 0 ? 0x121212 : grey(0x12)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 16", "2, 8", "4, 8", "6, 8", "6, 16"})
    default void interlacingChangesNothing(int colourType, int depth) {
        PngFile.Samples samples = (x, y, channel) -> (x * 1371 + y * 77_773 + channel * 9) & ((1 << depth) - 1);
        for (int width = 1; width <= 9; width++) {
            for (int height = 1; height <= 9; height++) {
                byte[] plain =
                        PngFile.of(width, height, colourType, depth, samples).bytes();
                byte[] interlaced = PngFile.of(width, height, colourType, depth, samples)
                        .interlaced()
                        .bytes();

                assertThat(decode(interlaced)).as("%dx%d", width, height).isEqualTo(decode(plain));
            }
        }
    }

    @Test
    default void colourProfilesAreConvertedToSrgb() {
        PngFile.Samples samples = (x, y, channel) -> 70 + x * 10 + channel * 20;
        byte[] exchanged = PngFile.of(15, 1, PngFile.RGB, 8, samples)
                .withProfile(IccProfiles.redAndBlueExchanged())
                .bytes();
        byte[] linear = PngFile.of(1, 1, PngFile.RGB_ALPHA, 8, (x, y, channel) -> channel == 3 ? 77 : 128)
                .withProfile(IccProfiles.linear())
                .bytes();
        byte[] linearGrey = PngFile.of(1, 1, PngFile.GREY, 8, (x, y, channel) -> 128)
                .withProfile(IccProfiles.linearGrey())
                .bytes();

        assertNear(decode(exchanged), picture(15, 1, (x, y) -> argb(255, 110 + x * 10, 90 + x * 10, 70 + x * 10)), 4);
        assertNear(decode(linear), picture(1, 1, (x, y) -> argb(77, 188, 188, 188)), 1);
        assertNear(decode(linearGrey), picture(1, 1, (x, y) -> grey(188)), 1);
    }

    /** Otherwise a picture would fade a little each time that it is stored with such a profile. */
    @Test
    default void profilesThatAreSrgbByAnotherNameChangeNothing() {
        PngFile.Samples samples = (x, y, channel) -> channel == 0 ? 250 - x : 40 + 3 * y;
        byte[] profiled = PngFile.of(6, 16, PngFile.RGB, 8, samples)
                .withProfile(IccProfiles.nearlySrgb())
                .bytes();

        assertThat(decode(profiled))
                .isEqualTo(decode(PngFile.of(6, 16, PngFile.RGB, 8, samples).bytes()));
    }

    @Test
    default void colourProfilesThatDoNotFitOrDoNotWorkAreIgnored() {
        PngFile.Samples samples = (x, y, channel) -> x * 16 + channel;
        byte[] plain = PngFile.of(9, 1, PngFile.RGB, 8, samples).bytes();
        byte[] broken = PngFile.of(9, 1, PngFile.RGB, 8, samples)
                .withProfile(new byte[500])
                .bytes();
        byte[] undeflatable = PngFile.of(9, 1, PngFile.RGB, 8, samples)
                .with("iCCP", (byte) 65, (byte) 0, (byte) 0, (byte) 9)
                .bytes();
        byte[] forGrey = PngFile.of(9, 1, PngFile.RGB, 8, samples)
                .withProfile(IccProfiles.linearGrey())
                .bytes();

        assertThat(decode(broken)).isEqualTo(decode(plain));
        assertThat(decode(undeflatable)).isEqualTo(decode(plain));
        assertThat(decode(forGrey)).isEqualTo(decode(plain));
    }

    /** Where the six pixels, numbered row by row as they are stored, are found in the upright picture, and its width. */
    @ParameterizedTest
    @CsvSource({
        "1, 3, 0 1 2 3 4 5",
        "2, 3, 2 1 0 5 4 3",
        "3, 3, 5 4 3 2 1 0",
        "4, 3, 3 4 5 0 1 2",
        "5, 2, 0 3 1 4 2 5",
        "6, 2, 3 0 4 1 5 2",
        "7, 2, 5 2 4 1 3 0",
        "8, 2, 2 5 1 4 0 3"
    })
    default void allEightOrientationsOfAPngAreApplied(int orientation, int width, String found) {
        String[] pixels = found.split(" ", -1);
        PngFile file = PngFile.of(3, 2, PngFile.GREY, 8, (x, y, channel) -> 3 * y + x)
                .with("eXIf", ExifBlock.orientation(orientation, ByteOrder.LITTLE_ENDIAN));

        assertThat(decode(file.bytes()))
                .isEqualTo(picture(width, 6 / width, (x, y) -> grey(Integer.parseInt(pixels[y * width + x]))));
    }

    @Test
    default void whatFollowsTheEndOfAPngIsNotPartOfIt() {
        byte[] file = PngFile.of(3, 2, PngFile.RGB, 8, (x, y, channel) -> x).bytes();

        assertThat(decode(ByteStrings.join(file, ByteStrings.latin1("and more"))))
                .isEqualTo(decode(file));
    }
}
