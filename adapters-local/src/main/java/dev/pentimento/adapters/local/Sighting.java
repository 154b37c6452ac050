package dev.pentimento.adapters.local;

/**
 * Where something in a picture has the outline of a motif.
 *
 * @param box in px of the picture it was looked for in
 * @param likeness -1..1
 */
record Sighting(Box box, double likeness) {

    double centreY() {
        return (box.top() + box.bottom()) / 2.0;
    }

    /** Whether the middle of one lies in the other. */
    boolean overlaps(Sighting other) {
        return other.box.contains((int) box.centreX(), (int) centreY())
                || box.contains((int) other.box.centreX(), (int) other.centreY());
    }
}
