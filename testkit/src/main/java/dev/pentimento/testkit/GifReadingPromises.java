package dev.pentimento.testkit;

import static dev.pentimento.testkit.ImageCodecPromises.picture;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The first frame of GIF. */
interface GifReadingPromises extends ImageCodecPromises {
    /** Red, yellow, green. */
    static int[] trafficLight() {
        return new int[] {0xff0000, 0xffff00, 0x00ff00};
    }

    @Test
    default void theFirstFrameIsReadAndNoOther() {
        byte[] file = new GifFile(30, 20, trafficLight())
                .comment("a comment")
                .frame(0, 0, 30, 20, (x, y) -> (x + y) % 3)
                .frame(0, 0, 30, 20, (x, y) -> 0)
                .bytes();

        assertThat(decode(file)).isEqualTo(picture(30, 20, (x, y) -> OPAQUE | trafficLight()[(x + y) % 3]));
    }

    @Test
    default void aFrameLiesOnItsScreenAndTheRestIsTransparent() {
        byte[] file =
                new GifFile(6, 5, trafficLight()).frame(2, 1, 3, 2, (x, y) -> y).bytes();

        assertThat(decode(file))
                .isEqualTo(picture(
                        6, 5, (x, y) -> x >= 2 && x < 5 && y >= 1 && y < 3 ? OPAQUE | trafficLight()[y - 1] : 0));
    }

    @Test
    default void theTransparentColourIsTransparent() {
        byte[] file = new GifFile(3, 1, trafficLight())
                .transparent(1)
                .frame(0, 0, 3, 1, (x, y) -> x)
                .bytes();

        assertThat(decode(file).argb(0, 0)).isEqualTo(0xffff0000);
        assertThat(decode(file).argb(1, 0) >>> 24).isZero();
    }

    @Test
    default void interlacedFramesAreSorted() {
        byte[] file = new GifFile(4, 21, trafficLight())
                .interlacedFrame(4, 21, (x, y) -> y % 3)
                .bytes();

        assertThat(decode(file)).isEqualTo(picture(4, 21, (x, y) -> OPAQUE | trafficLight()[y % 3]));
    }
}
