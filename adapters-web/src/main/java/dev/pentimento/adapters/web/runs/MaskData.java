package dev.pentimento.adapters.web.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.http.Json;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.Point;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shapes of a mask as JSON: all numbers are fractions of the image, and a list is the union of what it holds. */
final class MaskData {
    private static final int MAX_SHAPES = 1000;

    private MaskData() {}

    /** @throws IllegalArgumentException if it is no mask, saying what is wrong */
    static List<MaskShape> read(String json) {
        JsonNode node = parse(json);
        List<MaskShape> shapes = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> shapes.add(shape(element)));
        } else {
            shapes.add(shape(node));
        }
        if (shapes.isEmpty() || shapes.size() > MAX_SHAPES) {
            throw new IllegalArgumentException(
                    "must have 1 to %d shapes but has %d".formatted(MAX_SHAPES, shapes.size()));
        }
        return shapes;
    }

    private static JsonNode parse(String json) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException("is not JSON that can be read", e);
        }
    }

    private static MaskShape shape(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("must be a shape such as {\"x\":0,\"y\":0,\"width\":0.5,\"height\":1}, or a list of shapes");
        }
        return switch (node.path("type").asText(node.has("x1") ? "corners" : "rectangle")) {
            case "corners" -> corners(node);
            case "rectangle" -> node.has("x1") ? corners(node) : rectangle(node);
            case "circle" -> new MaskShape.Circle(new Point(number(node, "cx"), number(node, "cy")), number(node, "radius"));
            case "polygon" -> new MaskShape.Polygon(points(node));
            case "brush" -> new MaskShape.BrushStroke(points(node), number(node, "radius"));
            default -> throw new IllegalArgumentException("type must be rectangle, circle, polygon or brush");
        };
    }

    private static MaskShape rectangle(JsonNode node) {
        return new MaskShape.Rectangle(
                number(node, "x"), number(node, "y"), number(node, "width"), number(node, "height"));
    }

    private static MaskShape corners(JsonNode node) {
        double left = number(node, "x1");
        double top = number(node, "y1");
        return new MaskShape.Rectangle(left, top, number(node, "x2") - left, number(node, "y2") - top);
    }

    private static List<Point> points(JsonNode node) {
        List<Point> points = new ArrayList<>();
        for (JsonNode point : node.path("points")) {
            if (!point.isArray() || point.size() != 2 || !point.get(0).isNumber() || !point.get(1).isNumber()) {
                throw new IllegalArgumentException("each of the points must be a list of two numbers");
            }
            points.add(new Point(point.get(0).doubleValue(), point.get(1).doubleValue()));
        }
        return points;
    }

    private static double number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("%s must be a number".formatted(name));
        }
        return value.doubleValue();
    }

    /** The shapes as they would be sent; painted ones by the digest of their picture. */
    static List<Map<String, Object>> write(List<MaskShape> shapes) {
        return shapes.stream().map(MaskData::write).toList();
    }

    private static Map<String, Object> write(MaskShape shape) {
        if (shape instanceof MaskShape.Rectangle rectangle) {
            return shape("rectangle")
                    .with("x", rectangle.x())
                    .with("y", rectangle.y())
                    .with("width", rectangle.width())
                    .with("height", rectangle.height())
                    .members();
        }
        if (shape instanceof MaskShape.Circle circle) {
            return shape("circle")
                    .with("cx", circle.centre().x())
                    .with("cy", circle.centre().y())
                    .with("radius", circle.radius())
                    .members();
        }
        if (shape instanceof MaskShape.Polygon polygon) {
            return shape("polygon").with("points", points(polygon.corners())).members();
        }
        if (shape instanceof MaskShape.BrushStroke stroke) {
            return shape("brush")
                    .with("points", points(stroke.points()))
                    .with("radius", stroke.radius())
                    .members();
        }
        return shape("painted")
                .with("sha256", ((MaskShape.Painted) shape).picture().toString())
                .members();
    }

    private static List<List<Double>> points(List<Point> points) {
        return points.stream().map(point -> List.of(point.x(), point.y())).toList();
    }

    private static Members shape(String type) {
        return new Members(new LinkedHashMap<>()).with("type", type);
    }

    /** A shape that is being written. */
    private record Members(Map<String, Object> members) {
        Members with(String name, Object value) {
            members.put(name, value);
            return this;
        }
    }
}
