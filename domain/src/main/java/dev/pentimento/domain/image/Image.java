package dev.pentimento.domain.image;

/**
 * A stored image: where its bytes are found and what they hold.
 *
 * @param size upright, in px
 * @param length size of the file in bytes
 */
public record Image(ImageDigest digest, MediaType mediaType, ImageSize size, long length) {
    public static Image of(EncodedImage encoded, ImageSize size) {
        return new Image(encoded.digest(), encoded.mediaType(), size, encoded.length());
    }
}
