package dev.pentimento.testkit;

import static dev.pentimento.testkit.ImageCodecPromises.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ImageRejected.Reason;
import dev.pentimento.ports.spi.IntakeLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is not a readable image within the limits is refused, with a reason for programs and one line for people. */
interface ImageRefusalPromises extends ImageCodecPromises {
    private ImageRejected refusal(byte[] file) {
        return refusal(file, IntakeLimits.DEFAULT);
    }

    private ImageRejected refusal(byte[] file, IntakeLimits limits) {
        ImageRejected refusal =
                catchThrowableOfType(ImageRejected.class, () -> codec(limits).decode(file));
        assertThat(refusal).as("refusal of %d bytes", file.length).isNotNull();
        assertThat(refusal.getMessage())
                .doesNotContain("\n", "Exception", "java", "com.", "null")
                .contains(";");
        return refusal;
    }

    @Test
    default void emptyFilesAreRefused() {
        assertThat(refusal(new byte[0]).reason()).isEqualTo(Reason.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "hello world",
        "x",
        "BMW for sale at a price that nobody can refuse",
        "<html><body>not found</body></html>"
    })
    default void filesThatAreNoImagesAreRefusedWhateverTheirName(String content) {
        assertThat(refusal(content.getBytes(StandardCharsets.UTF_8)).reason()).isEqualTo(Reason.NOT_AN_IMAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "BMP, 424d4600000000000000360000002800000001000000010000000100180000000000",
        "TIFF, 49492a0008000000",
        "TIFF, 4d4d002a00000008",
        "AVIF, 0000001c66747970617669660000000061766966",
        "HEIC, 0000001c667479706865696300000000",
        "JPEG XL, ff0a00",
        "PDF, 255044462d312e370a",
        "SVG, efbbbf3c3f786d6c2076657273696f6e3d22312e30223f3e3c73766720786d6c6e733d2278223e",
        "Photoshop, 38425053000100",
        "icon, 0000010001001010",
    })
    default void knownFormatsThatAreNotReadAreNamed(String name, String hex) {
        ImageRejected refusal = refusal(HexFormat.of().parseHex(hex));

        assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(refusal).hasMessageContaining(name).hasMessageContaining("PNG");
    }

    static Stream<byte[]> bombs() {
        byte[] jpeg = SoundFiles.jpeg();
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        byte[] wideJpeg = jpeg.clone();
        Arrays.fill(wideJpeg, frame + 5, frame + 9, (byte) 0xc3);
        byte[] wideGif = SoundFiles.gif();
        Arrays.fill(wideGif, 6, 10, (byte) 0xc3);
        byte[] wideFrame = SoundFiles.gif();
        int descriptor = 13 + 3 * 128;
        Arrays.fill(wideFrame, descriptor + 5, descriptor + 9, (byte) 0xc3);
        return Stream.of(PngFile.claiming(50_000, 50_000), wideJpeg, wideGif, wideFrame);
    }

    @ParameterizedTest
    @MethodSource("bombs")
    default void hugeClaimsAreRefusedAtOnceWithSizeAndLimit(byte[] file) {
        ImageRejected refusal = assertTimeoutPreemptively(Duration.ofSeconds(1), () -> refusal(file));

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal.getMessage())
                .containsPattern("50(000|115)x50(000|115) px")
                .contains("16,384");
    }

    /** Before any memory is taken: 8 GB here. */
    @Test
    default void sizesThatSoFewBytesCannotFillAreDamage() {
        IntakeLimits none = new IntakeLimits(1_000_000, Long.MAX_VALUE, Integer.MAX_VALUE);

        assertThat(refusal(PngFile.claiming(50_000, 40_000), none).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    default void fewBytesDoNotKeepACodecBusyForLong() {
        ImageRejected refusal = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refusal(WebpFiles.ENDLESS));

        assertThat(refusal.reason()).isEqualTo(Reason.DAMAGED);
    }

    @ParameterizedTest
    @CsvSource({"40, 30, true", "41, 20, false", "20, 41, false", "40, 31, false", "2147483647, 2147483647, false"})
    default void sizesThatAreTakenAreToldBeforehand(int width, int height, boolean taken) {
        assertThat(codec(new IntakeLimits(1_000_000, 1200, 40)).takes(new ImageSize(width, height)))
                .isEqualTo(taken);
    }

    @Test
    default void theLimitsAreExact() {
        byte[] file = PngFile.of(40, 30, PngFile.GREY, 8, (x, y, channel) -> 0).bytes();

        assertThat(codec(new IntakeLimits(file.length, 1200, 40)).decode(file).raster())
                .hasToString("Raster[40x30]");
        assertThat(refusal(file, new IntakeLimits(file.length, 1199, 40)))
                .hasMessageContaining("40x30 = 1,200 px")
                .hasMessageContaining("1,199");
        assertThat(refusal(file, new IntakeLimits(file.length, 1200, 39))).hasMessageContaining("39 px a side");
        assertThat(refusal(file, new IntakeLimits(file.length - 1, 1200, 40)))
                .hasMessageContaining("%d bytes".formatted(file.length))
                .hasMessageContaining("%d;".formatted(file.length - 1));
    }

    @Test
    default void aWebpMayNotExceedTheLimitsEither() {
        assertThat(refusal(WebpFiles.LOSSY, new IntakeLimits(1000, 191, 1000)).reason())
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(WebpFiles.LOSSLESS_WITH_ALPHA, new IntakeLimits(1000, 1000, 15))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(WebpFiles.ANIMATED, new IntakeLimits(1000, 191, 1000))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    /** Decoders like to fill up with grey what is missing. */
    @Test
    default void filesThatEndEarlyAreDamaged() {
        for (byte[] file :
                List.of(SoundFiles.png(), SoundFiles.jpeg(), WebpFiles.LOSSY, WebpFiles.LOSSLESS_WITH_ALPHA)) {
            for (int length = 20; length < file.length; length++) {
                assertThat(refusal(Arrays.copyOf(file, length)).reason()).isEqualTo(Reason.DAMAGED);
            }
        }
        assertThat(refusal(Arrays.copyOf(SoundFiles.gif(), 1000)).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    default void jpegsWithAHoleInTheMiddleAreDamaged() {
        byte[] file =
                JpegFile.of(picture(200, 200, (x, y) -> OPAQUE | x * y * 31)).bytes();
        byte[] withHole = ByteStrings.join(
                Arrays.copyOf(file, file.length / 2), Arrays.copyOfRange(file, file.length - 2, file.length));

        assertThat(refusal(withHole).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    default void pixelsWithAWrongChecksumAreDamaged() {
        byte[] file = SoundFiles.png();
        file[file.length - 40] ^= 1;

        assertThat(refusal(file).reason()).isEqualTo(Reason.DAMAGED);
    }
}
