package dev.pentimento.adapters.falgemini.fal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** JSON as fal writes it, read without trust: what is not there, or of another kind than expected, is simply not there. */
final class Json {
    private Json() {}

    static Optional<JsonElement> read(byte[] body) {
        try {
            return Optional.of(JsonParser.parseString(new String(body, StandardCharsets.UTF_8)));
        } catch (JsonParseException notJson) {
            return Optional.empty();
        }
    }

    static Optional<JsonObject> object(byte[] body) {
        return read(body).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
    }

    static Optional<JsonElement> member(JsonObject parent, String name) {
        return Optional.ofNullable(parent.get(name)).filter(value -> !value.isJsonNull());
    }

    /** A text, number or truth value as a text. */
    static Optional<String> text(JsonObject parent, String name) {
        return member(parent, name).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString);
    }

    static List<JsonElement> list(JsonObject parent, String name) {
        return member(parent, name)
                .filter(JsonElement::isJsonArray)
                .map(array -> array.getAsJsonArray().asList())
                .orElse(List.of());
    }
}
