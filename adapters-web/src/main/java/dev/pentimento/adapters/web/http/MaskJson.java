package dev.pentimento.adapters.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Masks as JSON, all in fractions of the image: {@code {x, y, width, height}}, {@code {type: "rectangle", x1, y1, x2, y2}}, {@code {type: "circle",
 * cx, cy, radius}}, {@code {type: "polygon", points: [[x, y], ...]}}, or a list of these, which is their union.
 */
public final class MaskJson {
    private static final int MOST_SHAPES = 100;
    private static final int MOST_POINTS = 10_000;

    private MaskJson() {}

    /** @throws IllegalArgumentException if it is no mask, with what is wrong */
    public static MaskSpec read(JsonNode node) {
        List<MaskShape> shapes = new ArrayList<>();
        if (node.isArray()) {
            checkCount("shapes", node.size(), MOST_SHAPES);
            node.forEach(shape -> shapes.add(shape(shape)));
        } else {
            shapes.add(shape(node));
        }
        return new MaskSpec(shapes, 0);
    }

    private static MaskShape shape(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(
                    "A mask is an object such as {\"x\", \"y\", \"width\", \"height\"}, or a list of these");
        }
        if (!node.has("type")) {
            return new MaskShape.Rectangle(
                    number(node, "x"), number(node, "y"), number(node, "width"), number(node, "height"));
        }
        return switch (node.path("type").asText()) {
            case "rectangle" -> rectangle(node);
            case "circle" ->
                new MaskShape.Circle(new Point(number(node, "cx"), number(node, "cy")), number(node, "radius"));
            case "polygon" -> new MaskShape.Polygon(points(node.path("points")));
            default ->
                throw new IllegalArgumentException(
                        "There is no such type of mask; choose rectangle, circle or polygon");
        };
    }

    private static MaskShape rectangle(JsonNode node) {
        double left = number(node, "x1");
        double top = number(node, "y1");
        return new MaskShape.Rectangle(left, top, number(node, "x2") - left, number(node, "y2") - top);
    }

    private static List<Point> points(JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("A polygon needs its points as [[x, y], ...]");
        }
        checkCount("points", node.size(), MOST_POINTS);
        List<Point> points = new ArrayList<>();
        for (JsonNode point : node) {
            if (!point.isArray()
                    || point.size() != 2
                    || !point.get(0).isNumber()
                    || !point.get(1).isNumber()) {
                throw new IllegalArgumentException("A point is two numbers, [x, y]");
            }
            points.add(new Point(point.get(0).doubleValue(), point.get(1).doubleValue()));
        }
        return points;
    }

    private static double number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("A mask of this type needs the number " + name);
        }
        return value.doubleValue();
    }

    private static void checkCount(String what, int count, int most) {
        if (count > most) {
            throw new IllegalArgumentException("A mask has at most %d %s but has %d".formatted(most, what, count));
        }
    }
}
