package dev.pentimento.testkit;

import static dev.pentimento.testkit.ImageCodecPromises.argb;
import static dev.pentimento.testkit.ImageCodecPromises.picture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A picture written again says nothing about where, with what and by whom it was taken, whatever the file it came from says. */
interface PrivacyPromises extends ImageCodecPromises {
    String SECRET = "SN-0815-4711";

    static Stream<Arguments> talkative() {
        byte[] exif = ExifBlock.withPlaceAndSerial(SECRET);
        byte[] secret = ByteStrings.latin1(SECRET);
        byte[] zip = ByteStrings.join(ByteStrings.latin1("PK\u0003\u0004"), secret);
        Raster picture = picture(16, 16, (x, y) -> argb(255, x * 15, y * 15, 90));
        PngFile png = PngFile.of(16, 16, PngFile.RGB, 8, (x, y, channel) -> x * 15)
                .with("eXIf", exif)
                .with("tEXt", ByteStrings.join(ByteStrings.latin1("Author\0"), secret))
                .with("iTXt", ByteStrings.join(ByteStrings.latin1("XML:com.adobe.xmp\0\0\0\0\0"), secret))
                .with("prVt", secret);
        JpegFile jpeg = JpegFile.of(picture)
                .withExif(exif)
                .with(0xe1, ByteStrings.join(ByteStrings.latin1("http://ns.adobe.com/xap/1.0/\0"), secret))
                .with(0xed, ByteStrings.join(ByteStrings.latin1("Photoshop 3.0\0"), secret))
                .with(0xef, secret)
                .with(0xfe, secret);
        GifFile gif = new GifFile(4, 4, 1, 2, 3).comment(SECRET).frame(0, 0, 4, 4, (x, y) -> x % 3);
        return Stream.of(
                Arguments.of("PNG", ByteStrings.join(png.bytes(), zip)),
                Arguments.of("JPEG", ByteStrings.join(jpeg.bytes(), zip)),
                Arguments.of("GIF", ByteStrings.join(gif.bytes(), zip)),
                Arguments.of(
                        "WebP",
                        ByteStrings.join(
                                WebpFiles.with(ByteStrings.join(
                                        WebpFiles.chunk("EXIF", exif), WebpFiles.chunk("XMP ", secret))),
                                zip)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("talkative")
    default void aPictureWrittenAgainTellsNothing(String name, byte[] file) {
        ImageCodec codec = codec(IntakeLimits.DEFAULT);
        Raster picture = codec.decode(file).raster();

        assertThat(texts(file)).as("the control: %s", name).contains(SECRET).contains("PK\u0003\u0004");
        for (MediaType type : new MediaType[] {MediaType.PNG, MediaType.JPEG}) {
            assertThat(texts(codec.encode(picture, type).bytes()))
                    .as("%s written as %s", name, type)
                    .doesNotContain(SECRET, "SN-0815", ExifBlock.PLACE, "PK\u0003\u0004", "Exif", "Author", "xmp");
        }
    }

    private static String texts(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
