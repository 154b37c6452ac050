package dev.pentimento.adapters.local;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Scanner;

/** Shapes to draw motifs from. */
final class Forms {
    private Forms() {}

    /** Reads the commands M, L, C, Q and Z of an SVG path, with absolute numbers and blanks between everything. */
    static Shape path(String commands) {
        Path2D path = new Path2D.Double();
        try (Scanner in = new Scanner(commands)) {
            while (in.hasNext()) {
                add(path, in.next().charAt(0), in);
            }
        }
        return path;
    }

    private static void add(Path2D path, char command, Scanner in) {
        switch (command) {
            case 'M' -> path.moveTo(number(in), number(in));
            case 'L' -> path.lineTo(number(in), number(in));
            case 'Q' -> path.quadTo(number(in), number(in), number(in), number(in));
            case 'C' -> path.curveTo(number(in), number(in), number(in), number(in), number(in), number(in));
            case 'Z' -> path.closePath();
            default -> throw new IllegalArgumentException("A path cannot hold '%s'".formatted(command));
        }
    }

    private static double number(Scanner in) {
        return Double.parseDouble(in.next());
    }

    static Shape circle(double x, double y, double radius) {
        return ellipse(x, y, radius, radius);
    }

    static Shape ellipse(double x, double y, double across, double down) {
        return new Ellipse2D.Double(x - across, y - down, 2 * across, 2 * down);
    }

    static Shape bar(double x, double y, double width, double height, double corner) {
        return new RoundRectangle2D.Double(x, y, width, height, 2 * corner, 2 * corner);
    }

    static Shape union(Shape... shapes) {
        Area area = new Area();
        for (Shape shape : shapes) {
            area.add(new Area(shape));
        }
        return area;
    }

    static Shape minus(Shape shape, Shape taken) {
        Area area = new Area(shape);
        area.subtract(new Area(taken));
        return area;
    }

    static Shape within(Shape shape, Shape limits) {
        Area area = new Area(shape);
        area.intersect(new Area(limits));
        return area;
    }

    /** Left and right swapped on the field. */
    static Shape mirrored(Shape shape) {
        return new AffineTransform(-1, 0, 0, 1, 100, 0).createTransformedShape(shape);
    }

    /** Turned clockwise around a point. */
    static Shape turned(Shape shape, double degrees, double x, double y) {
        return AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y).createTransformedShape(shape);
    }

    /** The shape {@code times} times around the centre of the field. */
    static Shape around(Shape shape, int times) {
        Shape[] all = new Shape[times];
        for (int i = 0; i < times; i++) {
            all[i] = turned(shape, 360.0 * i / times, 50, 50);
        }
        return union(all);
    }

    /** Lines away from a point, the first upwards. */
    static Shape rays(double x, double y, double from, double to, int count) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            double across = Math.sin(2 * Math.PI * i / count);
            double up = Math.cos(2 * Math.PI * i / count);
            path.moveTo(x + from * across, y - from * up);
            path.lineTo(x + to * across, y - to * up);
        }
        return path;
    }

    /** A star or, with equal radii, a polygon; one corner points up. */
    static Shape pointed(double x, double y, int points, double outer, double inner) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 2 * points; i++) {
            double radius = i % 2 == 0 ? outer : inner;
            double angle = Math.PI * i / points;
            double px = x + radius * Math.sin(angle);
            double py = y - radius * Math.cos(angle);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }
}
