package dev.pentimento.adapters.imaging;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of a packet that anybody may have written. Nothing is fetched, no entity is expanded, and the depth is limited, so that nobody who
 * walks through the elements runs out of stack.
 */
final class XmpParser {
    /** Sound packets have some ten levels. */
    static final int MAX_DEPTH = 64;

    private XmpParser() {}

    /** @throws XMLStreamException if that is not XML as XMP allows it */
    static XmpElement parse(String packet) throws XMLStreamException {
        return parse(careful().createXMLStreamReader(new StringReader(packet)));
    }

    private static XMLInputFactory careful() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    static XmpElement parse(XMLStreamReader reader) throws XMLStreamException {
        XmpElement packet = new XmpElement(new QName("packet"));
        Deque<XmpElement> open = new ArrayDeque<>();
        open.push(packet);
        while (reader.hasNext()) {
            take(reader.next(), reader, open);
        }
        return packet;
    }

    private static void take(int event, XMLStreamReader reader, Deque<XmpElement> open) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> open(reader, open);
            case XMLStreamConstants.END_ELEMENT -> open.pop();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                open.element().add(reader.getText());
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new XMLStreamException("XMP has no document types and no entities of its own");
            default -> {}
        }
    }

    private static void open(XMLStreamReader reader, Deque<XmpElement> open) throws XMLStreamException {
        if (open.size() > MAX_DEPTH) {
            throw new XMLStreamException("More than %d levels".formatted(MAX_DEPTH));
        }
        XmpElement element = new XmpElement(reader.getName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attribute(reader.getAttributeName(i), reader.getAttributeValue(i));
        }
        open.element().add(element);
        open.push(element);
    }
}
