package dev.pentimento.testkit;

import static dev.pentimento.testkit.ImageCodecPromises.argb;
import static dev.pentimento.testkit.ImageCodecPromises.picture;

import dev.pentimento.domain.image.Raster;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;

/** Small readable files of every format and kind. */
public final class SoundFiles {
    private SoundFiles() {}

    public static List<byte[]> all() {
        return Stream.of(pngs(), jpegs(), gifs(), webps())
                .flatMap(files -> files)
                .toList();
    }

    static byte[] png() {
        return PngFile.of(40, 30, PngFile.RGB_ALPHA, 8, (x, y, channel) -> (x * y * (channel + 1)) & 0xff)
                .bytes();
    }

    static byte[] jpeg() {
        return JpegFile.of(picture(40, 30, (x, y) -> argb(255, x * 6, 0, y * 8)))
                .bytes();
    }

    static byte[] gif() {
        return new GifFile(40, 30, GifReadingPromises.trafficLight())
                .frame(0, 0, 40, 30, (x, y) -> x % 3)
                .bytes();
    }

    private static Stream<byte[]> pngs() {
        PngFile.Samples samples = (x, y, channel) -> x * 1371 + y * 77 + channel * 9;
        return Stream.of(
                png(),
                PngFile.of(9, 9, PngFile.PALETTE, 4, (x, y, channel) -> x)
                        .interlaced()
                        .with("PLTE", new byte[48])
                        .with("tRNS", new byte[] {0, 100})
                        .bytes(),
                PngFile.of(9, 9, PngFile.GREY, 16, (x, y, channel) -> x * y)
                        .withProfile(IccProfiles.linearGrey())
                        .bytes(),
                PngFile.of(33, 7, PngFile.GREY, 1, (x, y, channel) -> (x ^ y) & 1)
                        .bytes(),
                PngFile.of(12, 12, PngFile.GREY_ALPHA, 8, (x, y, channel) -> (x * y) & 0xff)
                        .bytes(),
                PngFile.of(10, 14, PngFile.RGB, 16, (x, y, channel) -> samples.at(x, y, channel) & 0xffff)
                        .with("tRNS", new byte[6])
                        .interlaced()
                        .bytes(),
                PngFile.of(20, 10, PngFile.RGB, 8, (x, y, channel) -> samples.at(x, y, channel) & 0xff)
                        .withProfile(IccProfiles.redAndBlueExchanged())
                        .with("eXIf", ExifBlock.orientation(6, ByteOrder.BIG_ENDIAN))
                        .bytes());
    }

    private static Stream<byte[]> jpegs() {
        Raster picture = picture(20, 20, (x, y) -> argb(255, x * 12, 0, y * 12));
        return Stream.of(
                jpeg(),
                JpegFile.progressive(picture)
                        .withProfile(IccProfiles.linear(), 2)
                        .bytes(),
                JpegFile.grey(picture)
                        .withExif(ExifBlock.orientation(8, ByteOrder.LITTLE_ENDIAN))
                        .bytes(),
                JpegFile.print(20, 20, 0, 0, 255, 255, 255)
                        .withProfile(IccProfiles.anyInkIsBlack(), 1)
                        .bytes(),
                JpegFile.print(20, 20, 2, 179, 171, 1, 204).bytes());
    }

    private static Stream<byte[]> gifs() {
        return Stream.of(
                gif(),
                new GifFile(9, 9, 1, 2, 3)
                        .transparent(1)
                        .comment("a comment")
                        .interlacedFrame(9, 9, (x, y) -> 1)
                        .frame(0, 0, 4, 4, (x, y) -> 2)
                        .bytes());
    }

    private static Stream<byte[]> webps() {
        return Stream.of(
                WebpFiles.LOSSLESS_WITH_ALPHA,
                WebpFiles.LOSSY,
                WebpFiles.LOSSY_WITH_ALPHA,
                WebpFiles.TO_BE_TURNED,
                WebpFiles.ANIMATED,
                WebpFiles.GRADIENT,
                WebpFiles.ONE_COLOUR);
    }
}
