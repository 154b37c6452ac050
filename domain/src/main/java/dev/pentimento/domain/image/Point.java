package dev.pentimento.domain.image;

/** A place on an image whatever its size: x and y are fractions 0..1 of width and height, from the top left. */
public record Point(double x, double y) {
    public Point {
        Fraction.check("x", x);
        Fraction.check("y", y);
    }
}
