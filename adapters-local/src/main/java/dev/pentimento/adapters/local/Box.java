package dev.pentimento.adapters.local;

/** A rectangle of whole pixels; right and bottom lie just outside. */
record Box(int left, int top, int right, int bottom) {

    static Box ofSize(int width, int height) {
        return new Box(0, 0, width, height);
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    int area() {
        return width() * height();
    }

    boolean isEmpty() {
        return right <= left || bottom <= top;
    }

    double centreX() {
        return (left + right) / 2.0;
    }

    boolean contains(int x, int y) {
        return x >= left && x < right && y >= top && y < bottom;
    }

    Box grown(int px) {
        return grown(px, px);
    }

    Box grown(int across, int down) {
        return new Box(left - across, top - down, right + across, bottom + down);
    }

    Box within(Box other) {
        return new Box(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }

    Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    Box scaled(double factor) {
        return new Box(
                (int) Math.floor(left * factor), (int) Math.floor(top * factor), (int) Math.ceil(right * factor), (int)
                        Math.ceil(bottom * factor));
    }

    /** How many rows both share; negative = the distance between them. */
    int rowsSharedWith(Box other) {
        return Math.min(bottom, other.bottom) - Math.max(top, other.top);
    }

    /** How many columns both share; negative = the gap between them. */
    int columnsSharedWith(Box other) {
        return Math.min(right, other.right) - Math.max(left, other.left);
    }
}
