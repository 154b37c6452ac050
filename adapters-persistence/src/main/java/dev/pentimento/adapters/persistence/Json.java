package dev.pentimento.adapters.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads and prints documents with Jackson's core alone: loading databind would make every start a tenth of a second slower. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** @throws IllegalArgumentException if that is not one JSON object of the values a document may have */
    static Document parse(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            if (value(parser) instanceof Document document && parser.nextToken() == null) {
                return document;
            }
            throw new IllegalArgumentException("A document is one JSON object, which this is not");
        } catch (IOException e) {
            throw new IllegalArgumentException("This is not JSON: " + e.getMessage(), e);
        }
    }

    /** For a document that is too long to be held as one; leaves the stream open. */
    static JsonParser parser(InputStream json) throws IOException {
        return FACTORY.createParser(json)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    }

    /** Writes piece by piece; leaves the stream open. */
    static JsonGenerator generator(OutputStream json) throws IOException {
        return FACTORY.createGenerator(json).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** The value that begins at the current token. */
    static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            return parser.getDoubleValue();
        }
        if (token == JsonToken.START_OBJECT) {
            return object(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            return list(parser);
        }
        throw new IllegalArgumentException("A document does not hold " + token);
    }

    private static Document object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return new Document(fields);
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    static String print(Document document) {
        return print(document, generator -> generator);
    }

    /** Over several lines, for people. */
    static String printForPeople(Document document) {
        return print(document, JsonGenerator::useDefaultPrettyPrinter) + "\n";
    }

    private static String print(Document document, UnaryOperator<JsonGenerator> style) {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = style.apply(FACTORY.createGenerator(json))) {
            print(document, generator);
        } catch (IOException e) {
            throw new UncheckedIOException("A document could not be printed", e);
        }
        return json.toString();
    }

    private static void print(Object value, JsonGenerator generator) throws IOException {
        if (value instanceof Document document) {
            generator.writeStartObject();
            for (Map.Entry<String, Object> field : document.fields().entrySet()) {
                generator.writeFieldName(field.getKey());
                print(field.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> elements) {
            generator.writeStartArray();
            for (Object element : elements) {
                print(element, generator);
            }
            generator.writeEndArray();
        } else {
            printSimple(value, generator);
        }
    }

    private static void printSimple(Object value, JsonGenerator generator) throws IOException {
        if (value == Document.Nothing.SAID) {
            generator.writeNull();
        } else if (value instanceof Double fraction) {
            generator.writeNumber(fraction);
        } else if (value instanceof Number number) {
            generator.writeNumber(number.longValue());
        } else {
            generator.writeString((String) value);
        }
    }
}
