package dev.pentimento.adapters.local;

/** Turns maps about their centre. */
final class Turned {
    private Turned() {}

    /**
     * Turns {@code map} back by {@code angle}, so that what ran at this angle runs level; the result is large enough for all of it and has the
     * same centre.
     *
     * @param angle in radians, clockwise as one sees it
     */
    static Coverage level(Coverage map, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        int width = (int) Math.ceil(map.width * Math.abs(cos) + map.height * Math.abs(sin));
        int height = (int) Math.ceil(map.height * Math.abs(cos) + map.width * Math.abs(sin));
        Coverage result = new Coverage(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = x + 0.5 - width / 2.0;
                double v = y + 0.5 - height / 2.0;
                result.values[y * width + x] =
                        map.sharplyAt(map.width / 2.0 + cos * u - sin * v, map.height / 2.0 + sin * u + cos * v);
            }
        }
        return result;
    }
}
