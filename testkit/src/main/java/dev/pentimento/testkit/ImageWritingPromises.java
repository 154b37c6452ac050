package dev.pentimento.testkit;

import static dev.pentimento.testkit.ImageCodecPromises.argb;
import static dev.pentimento.testkit.ImageCodecPromises.assertNear;
import static dev.pentimento.testkit.ImageCodecPromises.grey;
import static dev.pentimento.testkit.ImageCodecPromises.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PNG exactly, JPEG over white, and the way back. */
interface ImageWritingPromises extends ImageCodecPromises {

    private static Raster noise(int width, int height, long seed) {
        Random random = new Random(seed);
        return picture(width, height, (x, y) -> random.nextInt());
    }

    private EncodedImage encode(Raster raster, MediaType type) {
        return codec(IntakeLimits.DEFAULT).encode(raster, type);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    default void pngKeepsEveryPixel(long seed) {
        Random sides = new Random(seed);
        Raster raster = noise(1 + sides.nextInt(200), 1 + sides.nextInt(200), seed);

        EncodedImage file = encode(raster, MediaType.PNG);

        assertThat(file.mediaType()).isEqualTo(MediaType.PNG);
        assertThat(decode(file.bytes())).as("seed %d, %s", seed, raster).isEqualTo(raster);
    }

    @Test
    default void pngKeepsTheColoursOfTransparentPixels() {
        Raster raster = picture(256, 256, (x, y) -> argb(x, y, 255 - y, x ^ y));

        assertThat(decode(encode(raster, MediaType.PNG).bytes())).isEqualTo(raster);
    }

    /** Colour type and sRGB chunk stand at fixed places. */
    @Test
    default void pngStoresAlphaOnlyWhereThereIsAnyAndSaysThatItIsSrgb() {
        Raster opaque = picture(50, 40, (x, y) -> argb(255, x, 0, y));
        byte[] withoutAlpha = encode(opaque, MediaType.PNG).bytes();
        byte[] withAlpha =
                encode(picture(1, 1, (x, y) -> 0xfe000000), MediaType.PNG).bytes();

        assertThat(withoutAlpha[25]).isEqualTo((byte) PngFile.RGB);
        assertThat(withAlpha[25]).isEqualTo((byte) PngFile.RGB_ALPHA);
        assertThat(new String(withoutAlpha, 37, 4, StandardCharsets.US_ASCII)).isEqualTo("sRGB");
        assertThat(decode(withoutAlpha)).isEqualTo(opaque);
    }

    @Test
    default void jpegIsLaidOverWhite() {
        Raster raster = picture(48, 16, (x, y) -> x < 16 ? 0x00ff0000 : x < 32 ? 0x80000000 : grey(20));

        EncodedImage file = encode(raster, MediaType.JPEG);

        assertThat(file.mediaType()).isEqualTo(MediaType.JPEG);
        assertNear(decode(file.bytes()), picture(48, 16, (x, y) -> grey(x < 16 ? 255 : x < 32 ? 127 : 20)), 3);
    }

    /** Red lines of one pixel would turn to mud if colours were stored at half the size. */
    @Test
    default void jpegKeepsFineColours() {
        Raster lines = picture(32, 32, (x, y) -> y % 2 == 0 ? 0xffe02020 : 0xff2020e0);

        assertNear(decode(encode(lines, MediaType.JPEG).bytes()), lines, 24);
    }

    @ParameterizedTest
    @EnumSource(
            value = MediaType.class,
            names = {"WEBP", "GIF"})
    default void nothingElseIsWritten(MediaType type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encode(noise(2, 2, 1), type))
                .withMessageContaining(type.mime());
    }

    @Test
    default void theFileComesBackAsItWasGiven() {
        byte[] file = PngFile.of(3, 2, PngFile.GREY, 8, (x, y, channel) -> x).bytes();

        assertThat(codec(IntakeLimits.DEFAULT).decode(file).file().bytes()).isEqualTo(file);
    }

    @Test
    default void manyThreadsMayUseOneCodec() {
        ImageCodec codec = codec(IntakeLimits.DEFAULT);
        List<Raster> pictures =
                IntStream.range(0, 64).mapToObj(seed -> noise(60, 40, seed)).toList();
        byte[] profiled = JpegFile.of(noise(40, 40, 1))
                .withProfile(IccProfiles.linear(), 1)
                .bytes();
        Raster converted = codec.decode(profiled).raster();

        pictures.parallelStream().forEach(picture -> {
            byte[] png = codec.encode(picture, MediaType.PNG).bytes();
            assertThat(codec.decode(png).raster()).isEqualTo(picture);
            assertThat(codec.decode(profiled).raster()).isEqualTo(converted);
            byte[] jpeg = codec.encode(picture, MediaType.JPEG).bytes();
            assertThat(codec.decode(jpeg).raster().size()).isEqualTo(picture.size());
            assertThat(codec.decode(WebpFiles.LOSSY).raster()).hasToString("Raster[16x12]");
        });
    }
}
