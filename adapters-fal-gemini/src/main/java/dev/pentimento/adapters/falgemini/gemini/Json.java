package dev.pentimento.adapters.falgemini.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.genai.JsonSerializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON as models write it: exactly one value, whatever fields it has beside those that were asked for. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

    static {
        // a picture of 4096x4096 px, written as base64, is longer than the 20 million characters that are allowed
        // otherwise
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
    }

    private Json() {}

    /** @throws IllegalArgumentException if the text is something else */
    static <T> T read(String text, Class<T> type) {
        try {
            return Objects.requireNonNull(MAPPER.readValue(text, type), "null");
        } catch (JsonProcessingException | NullPointerException e) {
            throw new IllegalArgumentException("the answer is not the JSON that was asked for", e);
        }
    }

    /** As a type of the vendor's library, which knows how to fill it. */
    static <T> T sdk(String text, Class<T> type) {
        try {
            return JsonSerializable.objectMapper().treeToValue(read(text, ObjectNode.class), type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the answer is not of the form that the API describes", e);
        }
    }

    static JsonNode tree(String text) {
        return read(text, JsonNode.class);
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Lists and texts can always be written", e);
        }
    }

    /** What is in a list that may hold gaps, or not be there. */
    static <T> List<T> elements(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
