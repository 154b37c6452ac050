package dev.pentimento.domain.image;

import java.util.List;

/**
 * One part of a mask, in fractions of the base image's size, so that it fits an image of any size. A pixel belongs to a shape
 * when its centre does.
 */
public sealed interface MaskShape {

    /** Left, top, width and height as fractions of the image. */
    record Rectangle(double x, double y, double width, double height) implements MaskShape {
        private static final double ROUNDING = 1e-9;

        public Rectangle {
            Fraction.check("rectangle x", x);
            Fraction.check("rectangle y", y);
            Fraction.checkPositive("rectangle width", width);
            Fraction.checkPositive("rectangle height", height);
            if (x + width > 1 + ROUNDING || y + height > 1 + ROUNDING) {
                throw new IllegalArgumentException(
                        "A rectangle must end inside the image, but x + width is %s and y + height is %s"
                                .formatted(x + width, y + height));
            }
        }
    }

    /** Centre, and a radius that is a fraction of the image's shorter side, so that it stays round. */
    record Circle(Point centre, double radius) implements MaskShape {
        public Circle {
            Fraction.checkPositive("circle radius", radius);
        }
    }

    /** At least three corners; crossing edges follow the even-odd rule. */
    record Polygon(List<Point> corners) implements MaskShape {
        public Polygon {
            corners = List.copyOf(corners);
            if (corners.size() < 3) {
                throw new IllegalArgumentException("A polygon needs at least 3 corners but has " + corners.size());
            }
        }
    }

    /** A round brush drawn along points; the radius is a fraction of the image's shorter side. */
    record BrushStroke(List<Point> points, double radius) implements MaskShape {
        public BrushStroke {
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("A brush stroke needs at least 1 point");
            }
            Fraction.checkPositive("brush radius", radius);
        }
    }

    /** A stored picture of exactly the base image's size: white may change; where it has transparency, alpha 0 may change. */
    record Painted(ImageDigest picture) implements MaskShape {}
}
