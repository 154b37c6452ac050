package dev.pentimento.domain.image;

/** Width and height in px of an upright image; both at least 1. */
public record ImageSize(int width, int height) {
    public ImageSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "An image is at least 1x1 px but was asked to be %dx%d".formatted(width, height));
        }
    }

    /** Number of pixels. */
    public long pixels() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
