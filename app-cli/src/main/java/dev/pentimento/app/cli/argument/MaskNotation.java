package dev.pentimento.app.cli.argument;

import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskShape.BrushStroke;
import dev.pentimento.domain.image.MaskShape.Circle;
import dev.pentimento.domain.image.MaskShape.Painted;
import dev.pentimento.domain.image.MaskShape.Polygon;
import dev.pentimento.domain.image.MaskShape.Rectangle;
import dev.pentimento.domain.image.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How shapes of a mask are written on the command line; every number is a fraction 0..1 of the image. */
public final class MaskNotation {
    private static final Map<String, Function<String, MaskShape>> READERS = Map.of(
            "rect", MaskNotation::rectangle,
            "circle", MaskNotation::circle,
            "polygon", MaskNotation::polygon,
            "brush", MaskNotation::brush);
    private static final Pattern NAMED = Pattern.compile("[A-Za-z]{2,}:[^/\\\\]*");

    private MaskNotation() {}

    /** Whether {@code text} is meant as a shape, perhaps misspelled, and not as the name of a file. */
    static boolean isMeantBy(String text) {
        return NAMED.matcher(text).matches();
    }

    static MaskShape read(String text) {
        int colon = text.indexOf(':');
        Function<String, MaskShape> reader = READERS.get(text.substring(0, colon));
        if (reader == null) {
            throw new IllegalArgumentException(
                    "There is no mask shape '%s'; use rect:x,y,w,h circle:cx,cy,r polygon:x,y;x,y;... brush:r;x,y;... or a PNG file"
                            .formatted(text.substring(0, colon)));
        }
        return reader.apply(text.substring(colon + 1));
    }

    private static MaskShape rectangle(String text) {
        List<Double> n = numbers(text, 4, "rect:x,y,w,h");
        return new Rectangle(n.get(0), n.get(1), n.get(2), n.get(3));
    }

    private static MaskShape circle(String text) {
        List<Double> n = numbers(text, 3, "circle:cx,cy,r");
        return new Circle(new Point(n.get(0), n.get(1)), n.get(2));
    }

    private static MaskShape polygon(String text) {
        return new Polygon(points(text.split(";", -1), "polygon:x,y;x,y;x,y"));
    }

    private static MaskShape brush(String text) {
        String[] parts = text.split(";", -1);
        List<Point> points = points(Arrays.copyOfRange(parts, 1, parts.length), "brush:r;x,y;x,y");
        return new BrushStroke(points, Numbers.decimal(parts[0]));
    }

    private static List<Point> points(String[] texts, String form) {
        return Arrays.stream(texts)
                .map(text -> numbers(text, 2, form))
                .map(n -> new Point(n.get(0), n.get(1)))
                .toList();
    }

    private static List<Double> numbers(String text, int count, String form) {
        List<Double> numbers = Numbers.list(text);
        if (numbers.size() != count) {
            throw new IllegalArgumentException(
                    "'%s' has %d numbers where %s needs %d".formatted(text, numbers.size(), form, count));
        }
        return numbers;
    }

    /** As {@link #read} reads it; a painted shape is told by the digest of its picture. */
    public static String write(MaskShape shape) {
        if (shape instanceof Rectangle r) {
            return "rect:" + join(r.x(), r.y(), r.width(), r.height());
        }
        if (shape instanceof Circle circle) {
            return "circle:" + join(circle.centre().x(), circle.centre().y(), circle.radius());
        }
        if (shape instanceof Polygon polygon) {
            return "polygon:" + join(polygon.corners());
        }
        if (shape instanceof BrushStroke brush) {
            return "brush:" + brush.radius() + ";" + join(brush.points());
        }
        return "painted:" + ((Painted) shape).picture();
    }

    private static String join(List<Point> points) {
        return points.stream().map(point -> join(point.x(), point.y())).collect(Collectors.joining(";"));
    }

    private static String join(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(","));
    }
}
