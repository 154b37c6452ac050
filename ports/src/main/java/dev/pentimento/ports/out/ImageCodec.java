package dev.pentimento.ports.out;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;

/**
 * Turns image files into pixels and back.
 *
 * <p>Safe for use by several threads. Reads PNG, JPEG, WebP and the first frame of GIF, told apart by their first bytes; writes PNG and
 * JPEG.
 */
public interface ImageCodec {

    /**
     * The pixels of a file: upright (EXIF orientation applied), sRGB, alpha kept. Ends within the time that the limits give, whatever the file holds;
     * interrupting the caller ends it early.
     *
     * @throws dev.pentimento.ports.failure.ImageRejected if these are not the bytes of a readable image within the limits
     */
    DecodedImage decode(byte[] file);

    /**
     * PNG keeps every pixel as it is, the colours of transparent ones included; JPEG is laid over white, at high quality.
     *
     * @throws IllegalArgumentException if {@code type} is neither PNG nor JPEG
     */
    EncodedImage encode(Raster raster, MediaType type);

    /** A file that proved to be an image, and its pixels. */
    record DecodedImage(EncodedImage file, Raster raster) {}
}
