package dev.pentimento.testkit;

import static dev.pentimento.testkit.ImageCodecPromises.argb;
import static dev.pentimento.testkit.ImageCodecPromises.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ImageRejected.Reason;
import dev.pentimento.ports.spi.IntakeLimits;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to harm are refused at once, or read at once where the harm lies in what need not be read. */
interface HostileFilePromises extends ImageCodecPromises {
    Duration AT_ONCE = Duration.ofSeconds(5);

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a PNG without its pixels", HostileFiles.pngWithoutItsPixels(), Reason.DAMAGED),
                Arguments.of("a PNG of many chunks", HostileFiles.pngOfManyChunks(), Reason.UNSUPPORTED),
                Arguments.of(
                        "a PNG of many empty chunks of pixels",
                        HostileFiles.pngOfManyEmptyPixelChunks(),
                        Reason.UNSUPPORTED),
                Arguments.of("a JPEG of many segments", HostileFiles.jpegOfManySegments(), Reason.UNSUPPORTED),
                Arguments.of("a GIF of many blocks", HostileFiles.gifOfManyBlocks(), Reason.UNSUPPORTED),
                Arguments.of("a WebP of many chunks", HostileFiles.webpOfManyChunks(), Reason.UNSUPPORTED),
                Arguments.of("a JPEG of many scans", HostileFiles.jpegOfManyScans(101), Reason.UNSUPPORTED),
                Arguments.of("a PNG with a profile bomb", HostileFiles.pngWithAProfileBomb(), Reason.UNSUPPORTED),
                Arguments.of("a JPEG with a large profile", HostileFiles.jpegWithALargeProfile(), Reason.UNSUPPORTED),
                Arguments.of("a WebP with a large profile", HostileFiles.webpWithALargeProfile(), Reason.UNSUPPORTED),
                Arguments.of("a WebP without an end", HostileFiles.webpWithoutAnEnd(), Reason.DAMAGED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    default void hostileFilesAreRefusedAtOnce(String name, byte[] file, Reason reason) {
        ImageRejected refusal = assertTimeoutPreemptively(
                AT_ONCE, () -> catchThrowableOfType(ImageRejected.class, () -> decode(file)), name);

        assertThat(refusal).as(name).isNotNull();
        assertThat(refusal.reason()).as("%s: %s", name, refusal.getMessage()).isEqualTo(reason);
    }

    @Test
    default void whatNeedNotBeReadDoesNoHarm() {
        Raster dot = picture(1, 1, (x, y) -> argb(255, 7, 7, 7));

        assertThat(atOnce(HostileFiles.pngWithATextBomb())).isEqualTo(dot);
        assertThat(atOnce(HostileFiles.pngWithMorePixelsThanItClaims()).size()).isEqualTo(dot.size());
        assertThat(atOnce(HostileFiles.gifThatClearsForEver()).size()).isEqualTo(dot.size());
    }

    private Raster atOnce(byte[] file) {
        return assertTimeoutPreemptively(AT_ONCE, () -> decode(file));
    }

    /** A second on any machine is not enough for a thousandth of a millisecond, wherever the time goes. */
    @Test
    default void nobodyWaitsLongerThanTheLimitsAllow() {
        IntakeLimits hasty = new IntakeLimits(1_000_000, 50_000_000, 16_384, Duration.ofNanos(1000));
        byte[] file = PngFile.of(1500, 1500, PngFile.GREY, 8, (x, y, channel) -> 0)
                .interlaced()
                .bytes();

        ImageRejected refusal =
                catchThrowableOfType(ImageRejected.class, () -> codec(hasty).decode(file));

        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isIn(Reason.TIMED_OUT, Reason.BUSY);
    }
}
