package dev.pentimento.adapters.langchain4j;

import dev.langchain4j.data.image.Image;
import java.util.Base64;
import java.util.Optional;

/** The bytes that an image of LangChain4j carries in itself. */
final class ImageBytes {
    private ImageBytes() {}

    /**
     * Empty if it only names a place where they are.
     *
     * @throws IllegalArgumentException if they are no Base64
     */
    static Optional<byte[]> of(Image image) {
        String base64 = image.base64Data();
        if (base64 != null) {
            return Optional.of(decoded(base64));
        }
        return image.url() != null && "data".equals(image.url().getScheme())
                ? Optional.of(decoded(image.url().toString().replaceFirst("^[^,]*,", "")))
                : Optional.empty();
    }

    private static byte[] decoded(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }
}
