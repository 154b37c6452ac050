package dev.pentimento.testkit;

import static dev.pentimento.testkit.ImageCodecPromises.argb;
import static dev.pentimento.testkit.ImageCodecPromises.grey;
import static dev.pentimento.testkit.ImageCodecPromises.picture;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.provenance.DigitalSourceType;
import dev.pentimento.domain.provenance.FileClaims;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.ports.spi.IntakeLimits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files say about themselves: ours is written and comes back, nothing else is passed on, and nothing that is wrong with it hurts. */
interface MetadataPromises extends ImageCodecPromises {
    Raster SCENE = picture(40, 30, (x, y) -> argb(255, x * 6, y * 8, x ^ y));
    Raster GLASS = picture(40, 30, (x, y) -> argb(x * 6, y * 8, 200, x));
    Provenance PROVENANCE = Provenances.random(1);

    /** A JUMBF box that describes itself as one of C2PA, as short as can be. */
    byte[] C2PA_BOX = ByteStrings.latin1("\0\0\0\46jumb\0\0\0\36jumdc2pa\0\21\0\20\u0080\0\0\u00aa\08\u009bq\3c2pa\0");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private EncodedImage written(Raster raster, MediaType type) {
        return codec(IntakeLimits.DEFAULT).encode(raster, type);
    }

    private EncodedImage annotated(EncodedImage file, Provenance provenance) {
        return codec(IntakeLimits.DEFAULT).annotate(file, provenance);
    }

    private byte[] bare(byte[] file) {
        return codec(IntakeLimits.DEFAULT).bare(EncodedImage.of(file)).bytes();
    }

    private FileClaims claims(byte[] file) {
        return codec(IntakeLimits.DEFAULT).decode(file).claims();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    default void provenanceComesBackFromAPng(long seed) {
        Provenance provenance = Provenances.random(seed);

        EncodedImage file = annotated(written(seed % 2 == 0 ? SCENE : GLASS, MediaType.PNG), provenance);

        assertThat(claims(file.bytes()).provenance()).as("seed %d", seed).isEqualTo(provenance);
        assertThat(claims(file.bytes()).sourceType()).isEqualTo(provenance.sourceType());
        assertThat(decode(file.bytes())).isEqualTo(seed % 2 == 0 ? SCENE : GLASS);
    }

    /** A JPEG has less room, so that long chains lose their oldest steps; the original and the newest stay. */
    @ParameterizedTest
    @MethodSource("seeds")
    default void provenanceComesBackFromAJpeg(long seed) {
        Provenance provenance = Provenances.random(seed);
        EncodedImage plain = written(SCENE, MediaType.JPEG);

        EncodedImage file = annotated(plain, provenance);

        Provenance read = requireNonNull(claims(file.bytes()).provenance());
        Provenance expected = provenance;
        while (expected.steps().size() > read.steps().size()) {
            expected = expected.shortened();
        }
        assertThat(read).as("seed %d", seed).isEqualTo(expected);
        assertThat(decode(file.bytes())).isEqualTo(decode(plain.bytes()));
    }

    @Test
    default void shortChainsFitIntoAJpegWhole() {
        EncodedImage file = annotated(written(SCENE, MediaType.JPEG), PROVENANCE);

        assertThat(claims(file.bytes()).provenance()).isEqualTo(PROVENANCE);
    }

    @Test
    default void theLongestProvenanceStillFits() {
        for (MediaType type : new MediaType[] {MediaType.PNG, MediaType.JPEG}) {
            EncodedImage file = annotated(written(SCENE, type), Provenances.longest());

            Provenance read = requireNonNull(claims(file.bytes()).provenance());
            assertThat(read.steps()).hasSizeGreaterThan(1);
            assertThat(read.last().instruction()).hasSize(5000).endsWith("&…");
            assertThat(read.omitted())
                    .isEqualTo(Integer.MAX_VALUE - read.steps().size());
        }
    }

    @Test
    default void annotatingTwiceLeavesTheSecondAlone() {
        Provenance second = Provenances.random(2);
        for (MediaType type : new MediaType[] {MediaType.PNG, MediaType.JPEG}) {
            EncodedImage plain = written(SCENE, type);

            EncodedImage twice = annotated(annotated(plain, PROVENANCE), second);

            assertThat(twice).isEqualTo(annotated(plain, second));
            assertThat(bare(twice.bytes())).isEqualTo(bare(plain.bytes()));
        }
    }

    /** Everything a file can hold beside its pixels, each with a word in it that must be gone. */
    static Stream<byte[]> fullOfSecrets() {
        byte[] secret = ByteStrings.latin1("SECRET");
        PngFile png = PngFile.of(9, 7, PngFile.RGB, 8, (x, y, channel) -> x * 20 + y + channel);
        JpegFile jpeg = JpegFile.of(SCENE);
        byte[] plain = png.bytes();
        byte[] plainJpeg = jpeg.bytes();
        return Stream.of(
                PngFile.of(9, 7, PngFile.RGB, 8, (x, y, channel) -> x)
                        .with("tEXt", ByteStrings.latin1("Comment\0SECRET"))
                        .with("zTXt", secret)
                        .with("eXIf", secret)
                        .with("iTXt", ByteStrings.latin1("XML:com.adobe.xmp\0\0\0\0\0SECRET"))
                        .with("caBX", secret)
                        .with("teSt", secret)
                        .bytes(),
                PngFile.of(9, 7, PngFile.RGB, 8, (x, y, channel) -> y)
                        .withProfile(IccProfiles.linear())
                        .with("tIME", secret)
                        .bytes(),
                PngFile.of(9, 7, PngFile.GREY, 16, (x, y, channel) -> x * 999)
                        .with("tEXt", ByteStrings.latin1("a\0SECRET"))
                        .bytes(),
                ByteStrings.join(plain, secret),
                PngFile.of(9, 7, PngFile.RGB, 8, (x, y, channel) -> x)
                        .with("sRGB", ByteStrings.latin1("\0SECRET"))
                        .bytes(),
                PngFile.of(9, 7, PngFile.RGB, 8, (x, y, channel) -> x)
                        .withTrailingPixelBytes(secret)
                        .bytes(),
                PngFile.of(9, 7, PngFile.RGB, 8, (x, y, channel) -> x)
                        .with("IHDR", ByteStrings.join(Arrays.copyOfRange(plain, 16, 29), secret))
                        .bytes(),
                JpegFile.of(SCENE)
                        .with(0xe0, ByteStrings.latin1("JFXX\0SECRET"))
                        .with(0xe1, ByteStrings.latin1("http://ns.adobe.com/xap/1.0/\0SECRET"))
                        .with(0xe1, ByteStrings.latin1("Exif\0\0SECRET"))
                        .with(0xe4, secret)
                        .with(0xeb, ByteStrings.join(ByteStrings.latin1("JP\0\1\0\0\0\1"), C2PA_BOX, secret))
                        .with(0xed, ByteStrings.latin1("Photoshop 3.0\0SECRET"))
                        .with(0xf7, secret)
                        .with(0xfe, secret)
                        .bytes(),
                JpegFile.of(picture(16, 16, (x, y) -> grey(128)))
                        .withProfile(IccProfiles.linear(), 1)
                        .with(0xfe, secret)
                        .bytes(),
                JpegFile.of(SCENE)
                        .withExif(ExifBlock.orientation(6, ByteOrder.BIG_ENDIAN))
                        .with(0xfe, secret)
                        .bytes(),
                ByteStrings.join(plainJpeg, secret),
                ByteStrings.join(
                        Arrays.copyOf(plainJpeg, 20), secret, Arrays.copyOfRange(plainJpeg, 20, plainJpeg.length)));
    }

    @ParameterizedTest
    @MethodSource("fullOfSecrets")
    default void nothingButPixelsIsPassedOn(byte[] file) {
        Raster pixels = decode(file);
        for (byte[] result : new byte[][] {
            bare(file), annotated(EncodedImage.of(file), PROVENANCE).bytes()
        }) {
            String text = new String(result, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain("SECRET").doesNotContain("c2pa").doesNotContain("caBX");
            ImageCodecPromises.assertNear(decode(result), pixels, text.startsWith("\u0089PNG") ? 0 : 12);
        }
        assertThat(claims(bare(file))).isEqualTo(FileClaims.NONE);
    }

    @Test
    default void barePngsOfOursStayAsTheyAre() {
        for (Raster raster : new Raster[] {SCENE, GLASS}) {
            byte[] file = written(raster, MediaType.PNG).bytes();

            assertThat(bare(file)).isEqualTo(file);
        }
    }

    @Test
    default void otherFormatsBecomePngWithTheSamePixels() {
        EncodedImage result = codec(IntakeLimits.DEFAULT).bare(EncodedImage.of(WebpFiles.LOSSLESS_WITH_ALPHA));

        assertThat(result.mediaType()).isEqualTo(MediaType.PNG);
        assertThat(decode(result.bytes())).isEqualTo(decode(WebpFiles.LOSSLESS_WITH_ALPHA));
    }

    @Test
    default void contentCredentialsAreSeen() {
        byte[] png = PngFile.of(3, 2, PngFile.RGB, 8, (x, y, channel) -> x)
                .with("caBX", C2PA_BOX)
                .bytes();
        byte[] jpeg = JpegFile.of(SCENE)
                .with(0xeb, ByteStrings.join(ByteStrings.latin1("JP\0\1\0\0\0\1"), C2PA_BOX))
                .bytes();

        assertThat(claims(png).contentCredentials()).isTrue();
        assertThat(claims(jpeg).contentCredentials()).isTrue();
        assertThat(claims(WebpFiles.with(WebpFiles.chunk("C2PA", C2PA_BOX))).contentCredentials())
                .isTrue();
    }

    @Test
    default void whatIsNoContentCredentialsIsNotTakenForThem() {
        byte[] otherBox =
                ByteStrings.latin1("\0\0\0\46jumb\0\0\0\36jumdjson\0\21\0\20\u0080\0\0\u00aa\08\u009bq\3text\0");
        byte[] jpeg = JpegFile.of(SCENE)
                .with(0xeb, ByteStrings.join(ByteStrings.latin1("JP\0\1\0\0\0\1"), otherBox))
                .with(0xe5, C2PA_BOX)
                .bytes();

        assertThat(claims(jpeg)).isEqualTo(FileClaims.NONE);
        assertThat(claims(WebpFiles.LOSSY)).isEqualTo(FileClaims.NONE);
    }

    @Test
    default void sourceTypesThatOtherProgramsWroteAreRead() {
        byte[] packet =
                ("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                                + "<rdf:Description rdf:about='' xmlns:i='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' i:DigitalSourceType="
                                + "'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'/></rdf:RDF></x:xmpmeta>")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] jpeg = JpegFile.of(SCENE)
                .with(0xe1, ByteStrings.join(ByteStrings.latin1("http://ns.adobe.com/xap/1.0/\0"), packet))
                .bytes();

        for (byte[] file : new byte[][] {
            jpeg, WebpFiles.with(WebpFiles.chunk("XMP ", packet)), withPacket(packet), withDeflatedPacket(packet)
        }) {
            assertThat(claims(file).sourceType()).isEqualTo(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA);
            assertThat(claims(file).provenance()).isNull();
        }
    }

    private static byte[] withPacket(byte[] packet) {
        return PngFile.of(3, 2, PngFile.RGB, 8, (x, y, channel) -> x)
                .with("iTXt", ByteStrings.join(ByteStrings.latin1("XML:com.adobe.xmp\0\0\0en\0\0"), packet))
                .bytes();
    }

    private static byte[] withDeflatedPacket(byte[] packet) {
        return PngFile.of(3, 2, PngFile.RGB, 8, (x, y, channel) -> x)
                .with(
                        "iTXt",
                        ByteStrings.join(ByteStrings.latin1("XML:com.adobe.xmp\0\1\0\0\0"), PngFile.deflated(packet)))
                .bytes();
    }

    /** A little text that inflates to 64 megabytes. */
    @Test
    default void packetsAreNotInflatedWithoutEnd() {
        byte[] bomb = PngFile.deflated(new byte[64 << 20]);

        assertThat(claims(withDeflatedPacket(new byte[0])).provenance()).isNull();
        assertThat(claims(PngFile.of(3, 2, PngFile.RGB, 8, (x, y, channel) -> x)
                        .with("iTXt", ByteStrings.join(ByteStrings.latin1("XML:com.adobe.xmp\0\1\0\0\0"), bomb))
                        .bytes()))
                .isEqualTo(FileClaims.NONE);
    }

    /** Bytes of the metadata are changed, lost, doubled; the pixels are what they are, whatever became of the words. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    default void damagedMetadataNeverHurtsThePicture(long seed) {
        Random random = new Random(seed);
        byte[] png = annotated(written(SCENE, MediaType.PNG), Provenances.random(seed))
                .bytes();
        byte[] jpeg = annotated(written(SCENE, MediaType.JPEG), Provenances.random(seed))
                .bytes();
        Raster lossy = decode(jpeg);
        for (int round = 0; round < 150; round++) {
            byte[] damagedPng = png.clone();
            int length = ByteBuffer.wrap(png).getInt(46);
            damage(damagedPng, 54 + 22, length - 22, random);
            assertThat(decode(PngFile.withRightChecksums(damagedPng)))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(SCENE);

            byte[] damagedJpeg = jpeg.clone();
            int packet = ByteBuffer.wrap(jpeg).getShort(22) & 0xffff;
            damage(damagedJpeg, 24, packet - 2, random);
            assertThat(decode(damagedJpeg)).as("seed %d, round %d", seed, round).isEqualTo(lossy);
        }
    }

    private static void damage(byte[] file, int from, int length, Random random) {
        int wounds = 1 + random.nextInt(6);
        for (int i = 0; i < wounds; i++) {
            int at = from + random.nextInt(length);
            int count = Math.min(1 + random.nextInt(40), from + length - at);
            switch (random.nextInt(3)) {
                case 0 -> file[at] = (byte) random.nextInt();
                case 1 -> Arrays.fill(file, at, at + count, (byte) "<>&\"'/ \0".charAt(random.nextInt(8)));
                default -> System.arraycopy(file, from + random.nextInt(length - count + 1), file, at, count);
            }
        }
    }
}
