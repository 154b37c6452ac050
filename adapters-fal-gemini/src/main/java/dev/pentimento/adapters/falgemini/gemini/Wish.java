package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import java.util.List;

/**
 * A picture that the image model shall make.
 *
 * @param seen pictures that it is shown before the words
 * @param size in px; the nearest that the model makes is made
 */
record Wish(String model, List<EncodedImage> seen, String words, ImageSize size) {}
