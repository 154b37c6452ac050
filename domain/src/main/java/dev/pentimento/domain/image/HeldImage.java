package dev.pentimento.domain.image;

/**
 * An image file that is kept somewhere, as far as it can be told without looking at its pixels.
 *
 * @param length size of the file in bytes, at least 1
 */
public record HeldImage(ImageDigest digest, MediaType mediaType, long length) {
    public HeldImage {
        if (length < 1) {
            throw new IllegalArgumentException(
                    "Image %s must have at least 1 byte but has %d".formatted(digest, length));
        }
    }

    public static HeldImage of(Image image) {
        return new HeldImage(image.digest(), image.mediaType(), image.length());
    }
}
