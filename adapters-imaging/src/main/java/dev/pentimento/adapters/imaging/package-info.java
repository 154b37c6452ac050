/**
 * Image files decoded and encoded.
 *
 * <p>PNG and GIF are read, and PNG is written, by code of this package; the pixels of JPEG come from ImageIO and those of WebP from TwelveMonkeys,
 * both fed with nothing but the parts that hold pixels.
 */
@NullMarked
package dev.pentimento.adapters.imaging;

import org.jspecify.annotations.NullMarked;
