package dev.pentimento.testkit;

import static dev.pentimento.testkit.ImageCodecPromises.argb;
import static dev.pentimento.testkit.ImageCodecPromises.assertNear;
import static dev.pentimento.testkit.ImageCodecPromises.picture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.Raster;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WebP, lossy and lossless, with alpha, orientation and animation. */
interface WebpReadingPromises extends ImageCodecPromises {

    private static Raster quarters(int greenAlpha) {
        int[] colours = {0xffc82828, argb(greenAlpha, 40, 180, 60), 0xff323cd2, 0xfff0f0f0};
        return picture(16, 12, (x, y) -> colours[x / 8 + 2 * (y / 6)]);
    }

    @Test
    default void losslessWebpIsExact() {
        assertThat(decode(WebpFiles.LOSSLESS_WITH_ALPHA)).isEqualTo(quarters(128));
    }

    /** Inside the quarters; where they meet, colours bleed, and how far is left to the decoder. */
    @Test
    default void lossyWebpIsNear() {
        assertInnerPixelsAreNear(decode(WebpFiles.LOSSY), quarters(255));
    }

    @Test
    default void lossyWebpKeepsItsAlpha() {
        assertInnerPixelsAreNear(decode(WebpFiles.LOSSY_WITH_ALPHA), quarters(128));
    }

    private static void assertInnerPixelsAreNear(Raster actual, Raster expected) {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int y : new int[] {1, 2, 9, 10}) {
            for (int x : new int[] {1, 2, 3, 12, 13, 14}) {
                assertNear(actual.argb(x, y), expected.argb(x, y), 12, x + ", " + y);
            }
        }
    }

    /** Decoders that predict from pixels already smoothed drift away towards the bottom. */
    @Test
    default void gradientsOfLossyWebpDoNotDrift() {
        assertNear(decode(WebpFiles.GRADIENT), picture(64, 64, (x, y) -> argb(255, 4 * x, 4 * y, 90)), 16);
    }

    /** Few bytes for many pixels, but honest ones. */
    @Test
    default void picturesOfOneColourAreRead() {
        assertThat(decode(WebpFiles.ONE_COLOUR)).isEqualTo(picture(500, 400, (x, y) -> argb(255, 10, 20, 30)));
    }

    @Test
    default void theOrientationOfAWebpIsApplied() {
        assertThat(decode(WebpFiles.TO_BE_TURNED))
                .isEqualTo(picture(12, 16, (x, y) -> quarters(255).argb(y, 11 - x)));
    }

    /** Where a corner of the picture is found: red lies left above, green right above, blue left below, white right below. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 1, 2, 3",
        "2, 1, 0, 3, 2",
        "3, 3, 2, 1, 0",
        "4, 2, 3, 0, 1",
        "5, 0, 2, 1, 3",
        "6, 2, 0, 3, 1",
        "7, 3, 1, 2, 0",
        "8, 1, 3, 0, 2"
    })
    default void allEightOrientationsOfAWebpAreApplied(
            int orientation, int leftAbove, int rightAbove, int leftBelow, int rightBelow) {
        int[] colours = {0xffc82828, argb(128, 40, 180, 60), 0xff323cd2, 0xfff0f0f0};
        byte[] exif = ExifBlock.orientation(orientation, ByteOrder.LITTLE_ENDIAN);

        Raster upright = decode(WebpFiles.with(WebpFiles.chunk("EXIF", exif)));

        int right = upright.width() - 1;
        int bottom = upright.height() - 1;
        assertThat(right).isEqualTo(orientation < 5 ? 15 : 11);
        assertThat(upright.argb(0, 0)).isEqualTo(colours[leftAbove]);
        assertThat(upright.argb(right, 0)).isEqualTo(colours[rightAbove]);
        assertThat(upright.argb(0, bottom)).isEqualTo(colours[leftBelow]);
        assertThat(upright.argb(right, bottom)).isEqualTo(colours[rightBelow]);
    }

    @Test
    default void theFirstFrameOfAnAnimatedWebpIsRead() {
        assertThat(decode(WebpFiles.ANIMATED)).isEqualTo(quarters(128));
    }
}
