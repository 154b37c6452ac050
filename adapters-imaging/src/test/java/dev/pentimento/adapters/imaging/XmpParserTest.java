package dev.pentimento.adapters.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets by people who mean harm. Where it can be shown, the same packet does its harm to a parser without the care. */
class XmpParserTest {
    private static final String OPEN = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
            + " xmlns:xmp='http://ns.adobe.com/xap/1.0/'><rdf:Description><xmp:CreatorTool>";
    private static final String CLOSE = "</xmp:CreatorTool></rdf:Description></rdf:RDF>";

    @Test
    void externalEntitiesAreNotFetched(@TempDir Path folder) throws IOException, XMLStreamException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        String packet = "<!DOCTYPE r [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>" + OPEN + "&e;" + CLOSE;

        assertThatExceptionOfType(XMLStreamException.class).isThrownBy(() -> XmpParser.parse(packet));
        assertThat(creatorTool(careless(packet))).isEqualTo("the secret");
    }

    @Test
    void entitiesAreNotExpanded() throws XMLStreamException {
        String packet = "<!DOCTYPE r [" + laughs(3) + "]>" + OPEN + "&l3;" + CLOSE;
        String billion = "<!DOCTYPE r [" + laughs(9) + "]>" + OPEN + "&l9;" + CLOSE;

        assertThatExceptionOfType(XMLStreamException.class).isThrownBy(() -> XmpParser.parse(packet));
        assertThatExceptionOfType(XMLStreamException.class).isThrownBy(() -> XmpParser.parse(billion));
        assertThat(creatorTool(careless(packet))).isEqualTo("ha".repeat(1000));
    }

    @Test
    void documentTypesAreRefusedEvenWhenTheyDoNothing() {
        assertThatExceptionOfType(XMLStreamException.class)
                .isThrownBy(() -> XmpParser.parse("<!DOCTYPE r>" + OPEN + "x" + CLOSE))
                .withMessageContaining("document types");
    }

    @Test
    void deepNestingIsRefused() {
        assertThatExceptionOfType(XMLStreamException.class)
                .isThrownBy(() -> XmpParser.parse(nested(XmpParser.MAX_DEPTH + 1)))
                .withMessageContaining("64 levels");
        assertThatExceptionOfType(XMLStreamException.class).isThrownBy(() -> XmpParser.parse(nested(30_000)));
        assertThatCode(() -> XmpParser.parse(nested(XmpParser.MAX_DEPTH))).doesNotThrowAnyException();
    }

    /** What the limit is good for: whoever looks through such an element runs out of stack. */
    @Test
    void withoutTheLimitDeepNestingWouldEndInAnError() {
        XmpElement outermost = new XmpElement(XmpNames.qualified("rdf:li"));
        XmpElement innermost = outermost;
        for (int i = 0; i < 200_000; i++) {
            XmpElement next = new XmpElement(XmpNames.qualified("rdf:li"));
            innermost.add(next);
            innermost = next;
        }

        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> outermost.find("rdf:RDF"));
    }

    @Test
    void manyAttributesAndElementsTakeNoTime() {
        StringBuilder attributes = new StringBuilder("<a xmlns:b='c'");
        for (int i = 0; i < 9000; i++) {
            attributes.append(" b:a").append(i).append("=''");
        }
        String elements = "<a>" + "<b/>".repeat(60_000) + "</a>";

        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            try {
                XmpParser.parse(attributes + "/>");
            } catch (XMLStreamException tooMany) {
                assertThat(tooMany).hasMessageContaining("attributes");
            }
            XmpParser.parse(elements);
        });
    }

    @Test
    void allSpellingsOfAPropertyReadAlike() throws XMLStreamException {
        for (String properties : new String[] {
            "<rdf:Description xmp:CreatorTool='P'/>",
            "<rdf:Description><xmp:CreatorTool>P</xmp:CreatorTool></rdf:Description>",
            "<rdf:Description><xmp:CreatorTool><![CDATA[P]]></xmp:CreatorTool></rdf:Description>",
            "<rdf:Description><xmp:CreatorTool rdf:resource='P'/></rdf:Description>",
            "<rdf:Description/><rdf:Description xmp:CreatorTool='&#80;'/>"
        }) {
            String packet = OPEN.substring(0, OPEN.indexOf("<rdf:Description>")) + properties + "</rdf:RDF>";

            assertThat(creatorTool(XmpParser.parse(packet))).as(packet).isEqualTo("P");
        }
    }

    private static String creatorTool(XmpElement packet) {
        return packet.find("rdf:RDF")
                .flatMap(rdf -> rdf.text("xmp:CreatorTool"))
                .orElseThrow();
    }

    private static String laughs(int levels) {
        StringBuilder entities = new StringBuilder("<!ENTITY l0 'ha'>");
        for (int i = 1; i <= levels; i++) {
            entities.append(
                    "<!ENTITY l%d '%s'>".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        return entities.toString();
    }

    private static String nested(int depth) {
        return "<a>".repeat(depth) + "</a>".repeat(depth);
    }

    /** As the JDK reads XML when nobody asks it to take care. */
    private static XmpElement careless(String packet) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        Map.of(XMLInputFactory.SUPPORT_DTD, true, XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, true)
                .forEach(factory::setProperty);
        return XmpParser.parse(factory.createFilteredReader(
                factory.createXMLStreamReader(new StringReader(packet)),
                reader -> reader.getEventType() != XMLStreamConstants.DTD));
    }
}
