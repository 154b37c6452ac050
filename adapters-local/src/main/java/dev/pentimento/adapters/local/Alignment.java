package dev.pentimento.adapters.local;

import java.util.List;

/** On which side lines of lettering are flush. */
enum Alignment {
    CENTRE,
    LEFT,
    RIGHT;

    private static final double SAME_PLACE = 0.3;
    private static final double NEAR_CENTRE = 0.04;
    private static final double FLUSH_RIGHT = 0.2;

    /**
     * As the other lines suggest, else by the place in the picture.
     *
     * @param width of the picture
     */
    static Alignment of(Box line, List<Box> others, int width) {
        Alignment best = byPlace(line, width);
        long most = 0;
        for (Alignment alignment : values()) {
            long votes = others.stream()
                    .filter(other ->
                            Math.abs(alignment.anchor(other) - alignment.anchor(line)) < SAME_PLACE * line.height())
                    .count();
            if (votes > most) {
                most = votes;
                best = alignment;
            }
        }
        return best;
    }

    private static Alignment byPlace(Box line, int width) {
        if (Math.abs(line.centreX() - width / 2.0) < NEAR_CENTRE * width) {
            return CENTRE;
        }
        return width - line.right() < FLUSH_RIGHT * line.left() ? RIGHT : LEFT;
    }

    private double anchor(Box box) {
        return switch (this) {
            case CENTRE -> box.centreX();
            case LEFT -> box.left();
            case RIGHT -> box.right();
        };
    }

    /** Where ink of the given width must begin to stand as {@code line} stood, without leaving the slot. */
    double start(double left, double right, double width, double slotLeft, double slotRight) {
        double start = switch (this) {
            case CENTRE -> (left + right - width) / 2;
            case LEFT -> left;
            case RIGHT -> right - width;
        };
        return Math.max(slotLeft, Math.min(slotRight - width, start));
    }
}
