package dev.pentimento.domain.image;

/** A rectangle laid over a picture, in px that may be fractions and may lie beyond its border. */
record Window(double left, double top, double width, double height) {

    static Window of(Section section) {
        return new Window(
                section.left(),
                section.top(),
                section.size().width(),
                section.size().height());
    }

    /** All of a picture. */
    static Window all(ImageSize picture) {
        return of(Section.whole(picture));
    }

    /** The largest window of the shape of {@code shape} that lies in the picture, in its middle. */
    static Window within(ImageSize picture, ImageSize shape) {
        return centred(
                picture,
                shape,
                Math.min(scale(picture.width(), shape.width()), scale(picture.height(), shape.height())));
    }

    /** The smallest window of the shape of {@code shape} that holds the picture, which is in its middle. */
    static Window around(ImageSize picture, ImageSize shape) {
        return centred(
                picture,
                shape,
                Math.max(scale(picture.width(), shape.width()), scale(picture.height(), shape.height())));
    }

    private static double scale(int to, int from) {
        return (double) to / from;
    }

    private static Window centred(ImageSize picture, ImageSize shape, double scale) {
        double width = shape.width() * scale;
        double height = shape.height() * scale;
        return new Window((picture.width() - width) / 2, (picture.height() - height) / 2, width, height);
    }

    /** The part of this window that {@code section} is of a picture of {@code size} that fills it. */
    Window part(Section section, ImageSize size) {
        double across = width / size.width();
        double down = height / size.height();
        return new Window(
                left + section.left() * across,
                top + section.top() * down,
                section.size().width() * across,
                section.size().height() * down);
    }

    /** The whole pixels of a picture that are nearest to this window; at least one. */
    Section pixels(ImageSize picture) {
        int wide = side(width, picture.width());
        int high = side(height, picture.height());
        return new Section(
                begin(left, picture.width() - wide), begin(top, picture.height() - high), new ImageSize(wide, high));
    }

    private static int side(double length, int most) {
        return (int) Math.max(1, Math.min(most, Math.round(length)));
    }

    private static int begin(double at, int last) {
        return (int) Math.max(0, Math.min(last, Math.round(at)));
    }
}
