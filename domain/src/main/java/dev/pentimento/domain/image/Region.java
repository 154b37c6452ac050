package dev.pentimento.domain.image;

import java.util.List;

/** A shape laid over an image of a known size: the px rectangle it lies in, and which points it holds. */
record Region(int left, int top, int right, int bottom, Interior interior) {

    /** Tells the points of a shape, in px. */
    interface Interior {
        boolean contains(double x, double y);
    }

    boolean contains(double x, double y) {
        return interior.contains(x, y);
    }

    static Region of(MaskShape shape, ImageSize size) {
        if (shape instanceof MaskShape.Rectangle rectangle) {
            return rectangle(rectangle, size);
        }
        if (shape instanceof MaskShape.Circle circle) {
            return brush(List.of(circle.centre()), circle.radius(), size);
        }
        if (shape instanceof MaskShape.BrushStroke stroke) {
            return brush(stroke.points(), stroke.radius(), size);
        }
        return polygon(((MaskShape.Polygon) shape).corners(), size);
    }

    private static Region rectangle(MaskShape.Rectangle shape, ImageSize size) {
        double left = shape.x() * size.width();
        double top = shape.y() * size.height();
        double right = (shape.x() + shape.width()) * size.width();
        double bottom = (shape.y() + shape.height()) * size.height();
        return within(size, left, top, right, bottom, (x, y) -> x >= left && x < right && y >= top && y < bottom);
    }

    /** All points at most a radius away from the line; a single point makes a circle. */
    private static Region brush(List<Point> points, double radius, ImageSize size) {
        double[] xs = points.stream().mapToDouble(p -> p.x() * size.width()).toArray();
        double[] ys = points.stream().mapToDouble(p -> p.y() * size.height()).toArray();
        double r = radius * Math.min(size.width(), size.height());
        return within(
                size, min(xs) - r, min(ys) - r, max(xs) + r, max(ys) + r, (x, y) -> nearLine(xs, ys, x, y, r * r));
    }

    private static boolean nearLine(double[] xs, double[] ys, double x, double y, double squaredRadius) {
        for (int i = 0; i < xs.length; i++) {
            int next = Math.min(i + 1, xs.length - 1);
            if (squaredDistance(xs[i], ys[i], xs[next], ys[next], x, y) <= squaredRadius) {
                return true;
            }
        }
        return false;
    }

    private static double squaredDistance(double ax, double ay, double bx, double by, double x, double y) {
        double dx = bx - ax;
        double dy = by - ay;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
        double offX = x - ax - along * dx;
        double offY = y - ay - along * dy;
        return offX * offX + offY * offY;
    }

    private static Region polygon(List<Point> corners, ImageSize size) {
        double[] xs = corners.stream().mapToDouble(p -> p.x() * size.width()).toArray();
        double[] ys = corners.stream().mapToDouble(p -> p.y() * size.height()).toArray();
        return within(size, min(xs), min(ys), max(xs), max(ys), (x, y) -> isInside(xs, ys, x, y));
    }

    /** Even-odd rule: counts the edges to the right of the point. */
    private static boolean isInside(double[] xs, double[] ys, double x, double y) {
        boolean inside = false;
        for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
            boolean crosses = (ys[i] > y) != (ys[j] > y);
            if (crosses && x < (xs[j] - xs[i]) * (y - ys[i]) / (ys[j] - ys[i]) + xs[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static Region within(
            ImageSize size, double left, double top, double right, double bottom, Interior interior) {
        return new Region(
                Math.max(0, (int) Math.floor(left)),
                Math.max(0, (int) Math.floor(top)),
                Math.min(size.width(), (int) Math.ceil(right)),
                Math.min(size.height(), (int) Math.ceil(bottom)),
                interior);
    }

    private static double min(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double max(double[] values) {
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }
}
