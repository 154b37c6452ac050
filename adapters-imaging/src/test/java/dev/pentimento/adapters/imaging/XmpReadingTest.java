package dev.pentimento.adapters.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.SerializeOptions;
import com.sun.management.ThreadMXBean;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.provenance.DigitalSourceType;
import dev.pentimento.domain.provenance.FileClaims;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.domain.provenance.Step;
import dev.pentimento.ports.out.ImageCodec.DecodedImage;
import dev.pentimento.ports.spi.IntakeLimits;
import dev.pentimento.testkit.PngFile;
import dev.pentimento.testkit.Provenances;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What other programs make of our packets, and what we make of bad ones. */
class XmpReadingTest {
    private static final Raster SCENE = Raster.generate(new ImageSize(12, 8), (x, y) -> 0xff000000 | (x * 20) << 8 | y);
    private static final Provenance PROVENANCE = Provenances.random(3);

    private final ImageIoCodec codec = new ImageIoCodec(IntakeLimits.DEFAULT);

    @Test
    void theToolkitOfAdobeFindsOurWords() throws XMPException {
        XMPMeta xmp = XMPMetaFactory.parseFromBuffer(XmpPacket.of(PROVENANCE, XmpPacket.MAX_BYTES));

        assertThat(xmp.getPropertyString("http://ns.adobe.com/xap/1.0/", "CreatorTool"))
                .isEqualTo("Pentimento");
        assertThat(xmp.getPropertyString("http://ns.adobe.com/xap/1.0/mm/", "InstanceID"))
                .isEqualTo("xmp.iid:" + PROVENANCE.version());
        assertThat(xmp.countArrayItems("http://ns.adobe.com/xap/1.0/mm/", "History"))
                .isEqualTo(PROVENANCE.steps().size());
        assertThat(xmp.countArrayItems(XmpNames.PENTIMENTO, "Steps"))
                .isEqualTo(PROVENANCE.steps().size());
        assertThat(xmp.getStructField(XmpNames.PENTIMENTO, "Steps[1]", XmpNames.PENTIMENTO, "Version")
                        .getValue())
                .isEqualTo(PROVENANCE.steps().get(0).version().toString());
    }

    /** Programs that save a file again write the same properties in spellings of their own. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void provenanceSurvivesAnotherProgramsSpelling(long seed) throws XMPException {
        Provenance provenance = Provenances.random(seed);
        byte[] ours = XmpPacket.of(provenance, XmpPacket.MAX_BYTES);
        for (SerializeOptions spelling : List.of(
                new SerializeOptions().setUseCompactFormat(true),
                new SerializeOptions().setUseCanonicalFormat(true),
                new SerializeOptions().setOmitPacketWrapper(true))) {
            byte[] theirs = XMPMetaFactory.serializeToBuffer(XMPMetaFactory.parseFromBuffer(ours), spelling);

            assertThat(claims(theirs).provenance()).as("seed %d", seed).isEqualTo(provenance);
        }
    }

    @Test
    void imageReadersOfTheJdkShowOurTexts() throws IOException {
        byte[] file =
                codec.annotate(codec.encode(SCENE, MediaType.PNG), PROVENANCE).bytes();
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input);
            NodeList texts = ((Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0"))
                    .getElementsByTagName("iTXtEntry");
            List<String> found = new ArrayList<>();
            for (int i = 0; i < texts.getLength(); i++) {
                Element text = (Element) texts.item(i);
                found.add(text.getAttribute("keyword") + "=" + text.getAttribute("text"));
            }

            assertThat(found)
                    .contains(
                            "Software=Pentimento",
                            "Description=" + PROVENANCE.last().instruction())
                    .anyMatch(text -> text.startsWith("XML:com.adobe.xmp=<?xpacket"))
                    .anyMatch(text -> text.startsWith("Source=Version " + PROVENANCE.label()));
        } finally {
            reader.dispose();
        }
    }

    static Stream<String> malformed() {
        String packet = new String(XmpPacket.of(PROVENANCE, XmpPacket.MAX_BYTES), StandardCharsets.UTF_8);
        String concept = PROVENANCE.concept().toString();
        String version = PROVENANCE.version().toString();
        return Stream.of(
                packet.replace(concept, ""),
                packet.replace(concept, "1-1-1-1-1"),
                packet.replace(concept, "../../etc/passwd"),
                packet.replace(version, new UUID(0, 0) + "0"),
                packet.replaceAll("<pentimento:OmittedSteps>\\d+", "<pentimento:OmittedSteps>-1"),
                packet.replaceAll("<pentimento:OmittedSteps>\\d+", "<pentimento:OmittedSteps>99999999999"),
                packet.replaceAll("<pentimento:CreatedAt>[^<]+", "<pentimento:CreatedAt>yesterday"),
                packet.replaceAll("<pentimento:Making>[^<]+", "<pentimento:Making>conjured"),
                packet.replaceAll("<pentimento:Making>[^<]+</pentimento:Making>", ""),
                packet.replace("pentimento:Steps", "pentimento:Leaps"),
                packet.replaceAll(
                        "(?s)<pentimento:Steps>.*</pentimento:Steps>", "<pentimento:Steps>all</pentimento:Steps>"),
                packet.replaceFirst("(?s)(<pentimento:Steps><rdf:Seq>)(.*?</rdf:li>\n)", "$1" + "$2".repeat(102)),
                packet.replace("</rdf:RDF>", ""),
                packet.substring(0, packet.length() / 2),
                packet.replace("rdf:about=\"\"", "rdf:about=\"\" rdf:about=\"\""),
                "<!DOCTYPE x>" + packet.substring(packet.indexOf("<x:xmpmeta")),
                packet.replace("</rdf:RDF>", " ".repeat(300_000) + "</rdf:RDF>"),
                packet.replace("</rdf:RDF>", " ".repeat(10 << 20) + "</rdf:RDF>"),
                "\u0000",
                "");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedMeansNoProvenanceAndTheSamePicture(String packet) {
        byte[] utf8 = packet.getBytes(StandardCharsets.UTF_8);

        assertThat(claims(utf8).provenance()).isNull();
        assertThat(claims(new String(XmpPacket.of(PROVENANCE, XmpPacket.MAX_BYTES), StandardCharsets.UTF_8)
                                .getBytes(StandardCharsets.UTF_8))
                        .provenance())
                .isEqualTo(PROVENANCE);
    }

    @Test
    void wrongEncodingMeansNoProvenance() {
        byte[] packet = XmpPacket.of(PROVENANCE, XmpPacket.MAX_BYTES);
        packet[packet.length / 2] = (byte) 0xc3;

        assertThat(claims(packet)).isEqualTo(FileClaims.NONE);
        assertThat(claims(new String(XmpPacket.of(PROVENANCE, XmpPacket.MAX_BYTES), StandardCharsets.UTF_8)
                        .getBytes(StandardCharsets.UTF_16)))
                .isEqualTo(FileClaims.NONE);
    }

    @Test
    void hostileTextsAreCleanedAndCut() {
        String packet = new String(XmpPacket.of(Provenances.random(4), XmpPacket.MAX_BYTES), StandardCharsets.UTF_8)
                .replaceAll(
                        "<pentimento:Provider>[^<]*",
                        "<pentimento:Provider>a&#x9b;31m&#x85;&#x202e;" + "x".repeat(50_000));

        Provenance provenance = Objects.requireNonNull(
                claims(packet.getBytes(StandardCharsets.UTF_8)).provenance());

        assertThat(provenance.steps())
                .extracting(Step::provider)
                .allSatisfy(provider -> assertThat(provider).hasSize(200).startsWith("a 31m"));
    }

    /** 64 MB of blanks, in as many thousand bytes: what is not inflated costs nothing. */
    @Test
    void packetsAreInflatedNoFurtherThanToTheLimit() {
        byte[] blanks = new byte[64 << 20];
        Arrays.fill(blanks, (byte) ' ');
        ByteView deflated = ByteView.of(PngFile.deflated(blanks));

        long before = allocated();
        assertThat(FileBlocks.packedPacket(deflated)).isEmpty();

        assertThat(allocated() - before).isLessThan(8 << 20);
    }

    /** Bytes that this thread has asked for so far. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** A wrong source type is no reason to lose the rest. */
    @Test
    void unknownSourceTypesAreNone() {
        Provenance provenance = new Provenance(
                PROVENANCE.concept(),
                PROVENANCE.parents(),
                PROVENANCE.steps(),
                0,
                PROVENANCE.createdAt(),
                DigitalSourceType.ALGORITHMIC_MEDIA);
        String packet = new String(XmpPacket.of(provenance, XmpPacket.MAX_BYTES), StandardCharsets.UTF_8)
                .replace("digitalsourcetype/algorithmicMedia", "digitalsourcetype/digitalCapture");

        FileClaims claims = claims(packet.getBytes(StandardCharsets.UTF_8));

        assertThat(claims.sourceType()).isNull();
        assertThat(Objects.requireNonNull(claims.provenance()).steps()).isEqualTo(provenance.steps());
    }

    /** Through a whole PNG, whose pixels must not care. */
    private FileClaims claims(byte[] packet) {
        byte[] plain = codec.encode(SCENE, MediaType.PNG).bytes();
        int end = plain.length - 12;
        byte[] keyword = "XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] content = new byte[keyword.length + packet.length];
        System.arraycopy(keyword, 0, content, 0, keyword.length);
        System.arraycopy(packet, 0, content, keyword.length, packet.length);
        byte[] chunk = PngChunk.bytes("iTXt", content);
        byte[] file = new byte[plain.length + chunk.length];
        System.arraycopy(plain, 0, file, 0, end);
        System.arraycopy(chunk, 0, file, end, chunk.length);
        System.arraycopy(plain, end, file, end + chunk.length, plain.length - end);

        DecodedImage decoded = codec.decode(file);
        assertThat(decoded.raster()).isEqualTo(SCENE);
        return decoded.claims();
    }
}
