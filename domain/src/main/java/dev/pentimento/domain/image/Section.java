package dev.pentimento.domain.image;

/** A rectangle of whole pixels of a picture; {@code left} and {@code top} are those of its first pixel, counted from 0. */
public record Section(int left, int top, ImageSize size) {
    public Section {
        if (left < 0 || top < 0) {
            throw new IllegalArgumentException(
                    "A section begins within its picture but was to begin at %d,%d".formatted(left, top));
        }
    }

    public static Section whole(ImageSize picture) {
        return new Section(0, 0, picture);
    }

    /** In the middle of {@code outer}, which must be as large at least. */
    static Section centred(ImageSize size, ImageSize outer) {
        return new Section((outer.width() - size.width()) / 2, (outer.height() - size.height()) / 2, size);
    }

    /** One past the last column. */
    public int right() {
        return left + size.width();
    }

    /** One past the last row. */
    public int bottom() {
        return top + size.height();
    }

    public boolean isWhole(ImageSize picture) {
        return size.equals(picture);
    }

    @Override
    public String toString() {
        return "%s at %d,%d".formatted(size, left, top);
    }
}
