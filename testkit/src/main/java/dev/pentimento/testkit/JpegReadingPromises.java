package dev.pentimento.testkit;

import static dev.pentimento.testkit.ImageCodecPromises.argb;
import static dev.pentimento.testkit.ImageCodecPromises.assertNear;
import static dev.pentimento.testkit.ImageCodecPromises.grey;
import static dev.pentimento.testkit.ImageCodecPromises.picture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.Raster;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG, baseline and progressive, grey, colour and print colours, with profiles and orientation. */
interface JpegReadingPromises extends ImageCodecPromises {
    int NAVY = 0xff1e3c78;

    /** Four flat quarters, 16 px each, so that compression leaves them alone: 40 and 90 above, 140 and 190 below. */
    private static Raster quarters() {
        return picture(32, 32, (x, y) -> grey(40 + 50 * (x / 16) + 100 * (y / 16)));
    }

    @Test
    default void colourGreyAndProgressiveFilesAreRead() {
        Raster gradient = picture(40, 24, (x, y) -> argb(255, x * 6, y * 10, 128));
        Raster grey = picture(40, 24, (x, y) -> grey(x * 6));

        assertNear(decode(JpegFile.of(picture(40, 24, (x, y) -> NAVY)).bytes()), picture(40, 24, (x, y) -> NAVY), 2);
        assertNear(decode(JpegFile.of(gradient).bytes()), gradient, 12);
        assertThat(decode(JpegFile.progressive(gradient).bytes()))
                .isEqualTo(decode(JpegFile.of(gradient).bytes()));
        assertNear(decode(JpegFile.grey(grey).bytes()), grey, 2);
    }

    /** Where the quarters (upper left, upper right, lower left, lower right) are found in the upright picture. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1: 40 90 140 190",
                "2: 90 40 190 140",
                "3: 190 140 90 40",
                "4: 140 190 40 90",
                "5: 40 140 90 190",
                "6: 140 40 190 90",
                "7: 190 90 140 40",
                "8: 90 190 40 140"
            })
    default void allEightOrientationsAreApplied(String orientationAndQuarters) {
        String[] words = orientationAndQuarters.split("[: ]+", -1);
        int orientation = Integer.parseInt(words[0]);
        ByteOrder order = orientation % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] file = JpegFile.of(quarters())
                .withExif(ExifBlock.orientation(orientation, order))
                .bytes();

        assertNear(
                decode(file), picture(32, 32, (x, y) -> grey(Integer.parseInt(words[1 + x / 16 + 2 * (y / 16)]))), 2);
    }

    @Test
    default void lyingPicturesExchangeTheirSides() {
        byte[] file = JpegFile.of(picture(24, 8, (x, y) -> NAVY))
                .withExif(ExifBlock.orientation(8, ByteOrder.BIG_ENDIAN))
                .bytes();

        assertThat(decode(file).size()).hasToString("8x24");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 70})
    default void orientationsThatDoNotExistMeanUpright(int orientation) {
        byte[] file = JpegFile.of(quarters())
                .withExif(ExifBlock.orientation(orientation, ByteOrder.BIG_ENDIAN))
                .bytes();

        assertNear(decode(file), quarters(), 2);
    }

    @Test
    default void brokenExifIsIgnored() {
        byte[] whole = ExifBlock.orientation(6, ByteOrder.BIG_ENDIAN);
        for (int length = 0; length < 28; length++) {
            byte[] file = JpegFile.of(quarters())
                    .withExif(Arrays.copyOf(whole, length))
                    .bytes();

            assertNear(decode(file), quarters(), 2);
        }
    }

    @Test
    default void profilesInSeveralPartsAreConvertedToSrgb() {
        byte[] file = JpegFile.of(picture(16, 16, (x, y) -> NAVY))
                .withProfile(IccProfiles.redAndBlueExchanged(), 3)
                .bytes();

        assertNear(decode(file), picture(16, 16, (x, y) -> argb(255, 120, 60, 30)), 8);
    }

    @Test
    default void greyProfilesAreConvertedToSrgb() {
        byte[] file = JpegFile.grey(picture(16, 16, (x, y) -> grey(128)))
                .withProfile(IccProfiles.linearGrey(), 1)
                .bytes();

        assertNear(decode(file), picture(16, 16, (x, y) -> grey(188)), 2);
    }

    @Test
    default void brokenProfilesInJpegAreIgnored() {
        byte[] file = JpegFile.of(picture(16, 16, (x, y) -> NAVY))
                .withProfile(new byte[300], 1)
                .bytes();

        assertNear(decode(file), picture(16, 16, (x, y) -> NAVY), 2);
    }

    /** Adobe stores inks inverted, so 255 is none: red paper here is magenta and yellow in full, with a fifth of black. */
    @Test
    default void printColoursBecomeRgb() {
        byte[] file = JpegFile.print(16, 16, 0, 255, 0, 0, 204).bytes();

        assertNear(decode(file), picture(16, 16, (x, y) -> argb(255, 204, 0, 0)), 2);
    }

    /** The same red: its inks 0, 255 and 255, taken for red, green and blue, are Y 178.8, Cb 171.0 and Cr 0.5. */
    @Test
    default void printColoursStoredAsLumaAndChromaBecomeRgb() {
        byte[] file = JpegFile.print(16, 16, 2, 179, 171, 1, 204).bytes();

        assertNear(decode(file), picture(16, 16, (x, y) -> argb(255, 204, 0, 0)), 3);
    }

    @Test
    default void profilesOfPrintColoursAreFollowed() {
        byte[] cyan = JpegFile.print(16, 16, 0, 0, 255, 255, 255)
                .withProfile(IccProfiles.anyInkIsBlack(), 1)
                .bytes();
        byte[] paper = JpegFile.print(16, 16, 0, 255, 255, 255, 255)
                .withProfile(IccProfiles.anyInkIsBlack(), 1)
                .bytes();

        assertNear(decode(cyan), picture(16, 16, (x, y) -> grey(0)), 2);
        assertNear(decode(paper), picture(16, 16, (x, y) -> grey(255)), 2);
    }

    @Test
    default void whatFollowsTheEndOfAJpegIsNotPartOfIt() {
        byte[] file = JpegFile.of(quarters()).bytes();

        assertThat(decode(ByteStrings.join(file, JpegFile.grey(quarters()).bytes())))
                .isEqualTo(decode(file));
    }
}
