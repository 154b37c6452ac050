package dev.pentimento.adapters.local;

/** How thick the strokes of a map are. */
final class Heaviness {
    private Heaviness() {}

    /** Twice the inked area by the length of its edge: for long strokes their width in px. */
    static double of(Coverage ink) {
        double area = 0;
        double edge = 0;
        for (int y = 0; y < ink.height; y++) {
            for (int x = 0; x < ink.width; x++) {
                double dx = ink.pixel(x + 1, y) - ink.pixel(x, y);
                double dy = ink.pixel(x, y + 1) - ink.pixel(x, y);
                area += ink.pixel(x, y);
                edge += Math.hypot(dx, dy);
            }
        }
        return edge == 0 ? 0 : 2 * area / edge;
    }
}
