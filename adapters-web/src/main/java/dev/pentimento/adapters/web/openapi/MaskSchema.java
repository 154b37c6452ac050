package dev.pentimento.adapters.web.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link dev.pentimento.adapters.web.http.MaskJson} reads, as a JSON Schema. That a rectangle ends inside the image, and not before it begins, is
 * all that it cannot say.
 */
final class MaskSchema {
    static final String NAME = "Mask";

    private static final Map<String, Object> FRACTION = Map.of("type", "number", "minimum", 0, "maximum", 1);
    private static final Map<String, Object> SIZE = Map.of("type", "number", "exclusiveMinimum", 0, "maximum", 1);
    private static final int MOST_SHAPES = 100;
    private static final int FEWEST_CORNERS = 3;
    private static final int MOST_CORNERS = 10_000;

    private MaskSchema() {}

    static Map<String, Object> schema() {
        Map<String, Object> shape = Map.of("anyOf", List.of(plainRectangle(), rectangle(), circle(), polygon()));
        Map<String, Object> union = Map.of(
                "type", "array", "items", shape, "minItems", 1, "maxItems", MOST_SHAPES, "description", "Their union");
        return Map.of(
                "description",
                "Where the image may change, in fractions of its width and height",
                "anyOf",
                List.of(plainRectangle(), rectangle(), circle(), polygon(), union));
    }

    private static Map<String, Object> plainRectangle() {
        Map<String, Object> rectangle =
                new LinkedHashMap<>(object(Map.of("x", FRACTION, "y", FRACTION, "width", SIZE, "height", SIZE)));
        rectangle.put("not", Map.of("required", List.of("type")));
        return rectangle;
    }

    private static Map<String, Object> rectangle() {
        return object(Map.of(
                "type", Map.of("const", "rectangle"), "x1", FRACTION, "y1", FRACTION, "x2", FRACTION, "y2", FRACTION));
    }

    private static Map<String, Object> circle() {
        return object(Map.of("type", Map.of("const", "circle"), "cx", FRACTION, "cy", FRACTION, "radius", SIZE));
    }

    private static Map<String, Object> polygon() {
        Map<String, Object> point = Map.of("type", "array", "items", FRACTION, "minItems", 2, "maxItems", 2);
        Map<String, Object> points =
                Map.of("type", "array", "items", point, "minItems", FEWEST_CORNERS, "maxItems", MOST_CORNERS);
        return object(Map.of("type", Map.of("const", "polygon"), "points", points));
    }

    /** Other members are ignored. */
    private static Map<String, Object> object(Map<String, Object> members) {
        return Map.of(
                "type",
                "object",
                "properties",
                members,
                "required",
                members.keySet().stream().sorted().toList());
    }
}
