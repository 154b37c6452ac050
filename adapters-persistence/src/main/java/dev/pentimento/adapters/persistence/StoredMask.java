package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Point;
import java.util.List;

/** How a mask is stored: its shapes, in fractions of the image. */
final class StoredMask {
    private StoredMask() {}

    static Document write(MaskSpec mask) {
        List<Document> shapes = mask.shapes().stream().map(StoredMask::write).toList();
        return Document.empty().with("shapes", shapes).with("feather", mask.feather());
    }

    static MaskSpec read(Document mask) {
        return new MaskSpec(mask.documents("shapes", StoredMask::shape), mask.integer("feather"));
    }

    private static Document write(MaskShape shape) {
        if (shape instanceof MaskShape.Rectangle rectangle) {
            return Document.ofType("rectangle")
                    .with("x", rectangle.x())
                    .with("y", rectangle.y())
                    .with("width", rectangle.width())
                    .with("height", rectangle.height());
        }
        if (shape instanceof MaskShape.Circle circle) {
            return Document.ofType("circle")
                    .with("centre", write(circle.centre()))
                    .with("radius", circle.radius());
        }
        if (shape instanceof MaskShape.Polygon polygon) {
            return Document.ofType("polygon").with("corners", write(polygon.corners()));
        }
        if (shape instanceof MaskShape.BrushStroke stroke) {
            return Document.ofType("brush")
                    .with("points", write(stroke.points()))
                    .with("radius", stroke.radius());
        }
        return Document.ofType("painted")
                .with("picture", ((MaskShape.Painted) shape).picture().hex());
    }

    private static MaskShape shape(Document shape) {
        return switch (shape.type()) {
            case "rectangle" ->
                new MaskShape.Rectangle(
                        shape.fraction("x"), shape.fraction("y"), shape.fraction("width"), shape.fraction("height"));
            case "circle" -> new MaskShape.Circle(point(shape.document("centre")), shape.fraction("radius"));
            case "polygon" -> new MaskShape.Polygon(shape.documents("corners", StoredMask::point));
            case "brush" ->
                new MaskShape.BrushStroke(shape.documents("points", StoredMask::point), shape.fraction("radius"));
            case "painted" -> new MaskShape.Painted(new ImageDigest(shape.text("picture")));
            default -> throw shape.unknown("mask shape");
        };
    }

    private static List<Document> write(List<Point> points) {
        return points.stream().map(StoredMask::write).toList();
    }

    private static Document write(Point point) {
        return Document.empty().with("x", point.x()).with("y", point.y());
    }

    private static Point point(Document point) {
        return new Point(point.fraction("x"), point.fraction("y"));
    }
}
