package dev.pentimento.adapters.local;

/** How pixels are spread around their middle. Mutable while they are counted. */
final class Moments {
    private double n;
    private double x;
    private double y;
    private double xx;
    private double xy;
    private double yy;

    void add(int atX, int atY) {
        n++;
        x += atX;
        y += atY;
        xx += (double) atX * atX;
        xy += (double) atX * atY;
        yy += (double) atY * atY;
    }

    void add(Moments other) {
        n += other.n;
        x += other.x;
        y += other.y;
        xx += other.xx;
        xy += other.xy;
        yy += other.yy;
    }

    /** Length by breadth of the ellipse that is spread alike, however it is turned; 1 = round. */
    double elongation() {
        double pixel = 1 / 12.0;
        double across = xx / n - x / n * (x / n) + pixel;
        double down = yy / n - y / n * (y / n) + pixel;
        double slant = xy / n - x / n * (y / n);
        double middle = (across + down) / 2;
        double away = Math.sqrt((across - down) * (across - down) / 4 + slant * slant);
        return Math.sqrt((middle + away) / Math.max(pixel / 2, middle - away));
    }
}
