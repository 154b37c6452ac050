package dev.pentimento.ports.out;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.provenance.FileClaims;
import dev.pentimento.domain.provenance.Provenance;

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

    /** Whether {@link #decode} takes images of this size: no other is to be made, since it could not be read again. */
    boolean takes(ImageSize size);

    /**
     * PNG keeps every pixel as it is, the colours of transparent ones included; JPEG is laid over white, at high quality.
     *
     * @throws IllegalArgumentException if {@code type} is neither PNG nor JPEG
     */
    EncodedImage encode(Raster raster, MediaType type);

    /** What a file says about itself, without a look at its pixels; nothing where it cannot be made out. Never fails. */
    FileClaims claims(EncodedImage file);

    /**
     * The same pixels in a file that holds nothing else: no metadata, no profile, nothing hidden before, between or behind.
     *
     * @param file PNG or JPEG; decodes to the same pixels afterwards, save that a JPEG which is turned or in another colour space is encoded anew
     * @throws dev.pentimento.ports.failure.ImageRejected if the file is no readable image
     */
    EncodedImage bare(EncodedImage file);

    /** As {@link #bare}, with {@code provenance} and nothing else beside the pixels; its oldest steps give way where the format has no room. */
    EncodedImage annotate(EncodedImage file, Provenance provenance);

    /** A file that proved to be an image, its pixels, and what it says about itself. */
    record DecodedImage(EncodedImage file, Raster raster, FileClaims claims) {}
}
