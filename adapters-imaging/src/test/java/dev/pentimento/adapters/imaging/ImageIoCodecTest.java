package dev.pentimento.adapters.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ImageRejected.Reason;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;
import dev.pentimento.testkit.ImageCodecContract;
import dev.pentimento.testkit.JpegFile;
import dev.pentimento.testkit.PngFile;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageIoCodecTest extends ImageCodecContract {

    @Override
    public ImageCodec codec(IntakeLimits limits) {
        return new ImageIoCodecFactory().create(limits);
    }

    /** As in {@code mvn test -pl adapters-imaging -am -Dpentimento.mutants=20000 -Dpentimento.seed=1}. */
    @Override
    public int mutants() {
        return Integer.getInteger("pentimento.mutants", super.mutants());
    }

    @Override
    public long seed() {
        return Long.getLong("pentimento.seed", super.seed());
    }

    @Test
    void isCalledImageio() {
        assertThat(new ImageIoCodecFactory().name()).isEqualTo("imageio");
    }

    @Test
    void tooLittleMemoryMeansTooLargeEvenAsACause() {
        OutOfMemoryError plain = new OutOfMemoryError("Java heap space");

        assertThat(refusalAfter(plain).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusalAfter(new IIOException("reading failed", new IOException(plain)))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void whateverAReaderFailsWithMeansDamagedAndStaysTheCause() {
        for (Exception failure : List.of(
                new IllegalStateException("odd"),
                new NegativeArraySizeException("-1"),
                new ArrayIndexOutOfBoundsException(7),
                new IIOException("bad"))) {
            assertThat(refusalAfter(failure))
                    .hasCause(failure)
                    .hasMessage("This PNG is damaged: its content breaks the rules of the format;"
                            + " save or download it again")
                    .extracting(ImageRejected::reason)
                    .isEqualTo(Reason.DAMAGED);
        }
    }

    private static ImageRejected refusalAfter(Throwable failure) {
        FormatReader failing = (file, gate) -> {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof IOException exception) {
                throw exception;
            }
            throw (RuntimeException) failure;
        };
        byte[] file = PngFile.of(1, 1, PngFile.GREY, 8, (x, y, channel) -> 0).bytes();
        ImageCodec codec = TestCodecs.reading(failing);
        return catchThrowableOfType(ImageRejected.class, () -> codec.decode(file));
    }

    /** The dictionary of the packer grows through all lengths of codes and is thrown away several times. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 16, 100, 256})
    void unpacksWhatAnotherProgramPackedAsGif(int colours) throws IOException {
        Random random = new Random(colours);
        byte[] greys = new byte[colours];
        for (int i = 0; i < colours; i++) {
            greys[i] = (byte) (i * 255 / (colours - 1));
        }
        IndexColorModel palette = new IndexColorModel(8, colours, greys, greys, greys);
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_INDEXED, palette);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 300; x++) {
                image.getRaster().setSample(x, y, 0, x < 150 ? random.nextInt(colours) : x * y / 99 % colours);
            }
        }

        assertThat(decode(written(image, "gif"))).isEqualTo(raster(image));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_BINARY})
    void readsWhatAnotherProgramWroteAsPng(int type) throws IOException {
        Random random = new Random(type);
        BufferedImage image = new BufferedImage(123, 45, type);
        for (int y = 0; y < 45; y++) {
            for (int x = 0; x < 123; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }

        assertThat(decode(written(image, "png"))).isEqualTo(raster(image));
    }

    @Test
    void anotherProgramReadsWhatWeWroteAsPng() throws IOException {
        Random random = new Random(1);
        Raster raster = Raster.generate(new ImageSize(77, 55), (x, y) -> random.nextInt());
        byte[] file = codec(IntakeLimits.DEFAULT).encode(raster, MediaType.PNG).bytes();

        assertThat(raster(ImageIO.read(new ByteArrayInputStream(file)))).isEqualTo(raster);
    }

    @Test
    void jpegsOfUnusualCodingAreUnsupportedAndSaidToBe() {
        byte[] file =
                JpegFile.of(Raster.generate(new ImageSize(8, 8), (x, y) -> -1)).bytes();
        int frame = new String(file, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        file[frame + 1] = (byte) 0xc9;

        ImageRejected refusal = catchThrowableOfType(ImageRejected.class, () -> decode(file));

        assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(refusal).hasMessageContaining("arithmetic coding");
    }

    @Test
    void jpegsOfHundredsOfScansAreUnsupported() {
        byte[] file =
                JpegFile.of(Raster.generate(new ImageSize(8, 8), (x, y) -> -1)).bytes();
        int scan = new String(file, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00da");
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(file, 0, scan);
        for (int i = 0; i < 101; i++) {
            many.write(file, scan, file.length - 2 - scan);
        }
        many.write(file, file.length - 2, 2);

        ImageRejected refusal = catchThrowableOfType(ImageRejected.class, () -> decode(many.toByteArray()));

        assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(refusal).hasMessageContaining("more than 100 scans");
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, format, file);
        return file.toByteArray();
    }

    private static Raster raster(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return Raster.of(new ImageSize(width, height), image.getRGB(0, 0, width, height, null, 0, width));
    }
}
