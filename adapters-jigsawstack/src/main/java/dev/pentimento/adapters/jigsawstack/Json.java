package dev.pentimento.adapters.jigsawstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** JSON as JigsawStack writes it, read without trust: what is not there, or of another kind than expected, is simply not there. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.ofNullable(MAPPER.readTree(body)).filter(JsonNode::isContainerNode);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** What stands in a text between its first bracket and its last; models like to talk around it. */
    static Optional<JsonNode> within(String text) {
        int begin = first(text.indexOf('['), text.indexOf('{'));
        int end = Math.max(text.lastIndexOf(']'), text.lastIndexOf('}'));
        return begin < 0 || end < begin
                ? Optional.empty()
                : read(text.substring(begin, end + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static int first(int one, int other) {
        return one < 0 || other < 0 ? Math.max(one, other) : Math.min(one, other);
    }

    /** A text that is not blank. */
    static Optional<String> text(JsonNode parent, String name) {
        return Optional.ofNullable(parent.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isBlank());
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
    }
}
