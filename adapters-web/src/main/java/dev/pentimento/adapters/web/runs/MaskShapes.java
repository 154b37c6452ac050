package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Json;
import dev.pentimento.adapters.web.http.MaskJson;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.Point;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shapes of a mask as JSON: all numbers are fractions of the image, and a list is the union of what it holds. */
final class MaskShapes {
    private MaskShapes() {}

    /** @throws IllegalArgumentException if it is no mask, saying what is wrong */
    static List<MaskShape> read(String json) {
        try {
            return MaskJson.read(Json.read(json.getBytes(StandardCharsets.UTF_8)))
                    .shapes();
        } catch (IOException e) {
            throw new IllegalArgumentException("is not JSON that can be read", e);
        }
    }

    /** The shapes as they can be sent again, rectangles in both ways; painted ones by the digest of their picture. */
    static List<Map<String, Object>> write(List<MaskShape> shapes) {
        return shapes.stream().map(MaskShapes::write).toList();
    }

    private static Map<String, Object> write(MaskShape shape) {
        if (shape instanceof MaskShape.Rectangle rectangle) {
            return shape("rectangle")
                    .with("x", rectangle.x())
                    .with("y", rectangle.y())
                    .with("width", rectangle.width())
                    .with("height", rectangle.height())
                    .with("x1", rectangle.x())
                    .with("y1", rectangle.y())
                    .with("x2", Math.min(1, rectangle.x() + rectangle.width()))
                    .with("y2", Math.min(1, rectangle.y() + rectangle.height()))
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
