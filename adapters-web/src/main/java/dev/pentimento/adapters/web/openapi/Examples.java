package dev.pentimento.adapters.web.openapi;

import dev.pentimento.adapters.web.http.Json;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies as somebody might send them: what must be there, and nothing else. */
final class Examples {
    private static final Map<String, Object> BY_NAME = Map.of(
            "original_image_url", "https://example.com/coffee-logo.png",
            "refinement_prompt", "make it warmer and more minimalist",
            "logo_description", "a coffee cup seen from the side",
            "theme_description", "a small roastery by the sea",
            "prompt", "a coffee cup seen from the side");

    private Examples() {}

    static Map<String, Object> of(Class<?> record) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                String name = Json.member(component.getName());
                example.put(name, BY_NAME.getOrDefault(name, value(component.getType())));
            }
        }
        return example;
    }

    private static Object value(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == int.class || type == long.class || type == Integer.class) {
            return 1;
        }
        if (type == double.class || type == Double.class) {
            return 0.5;
        }
        if (type == boolean.class || type == Boolean.class) {
            return false;
        }
        if (List.class.isAssignableFrom(type)) {
            return List.of();
        }
        return type.isRecord() ? of(type) : Map.class.isAssignableFrom(type) ? Map.of() : "some text";
    }
}
