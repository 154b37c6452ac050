package dev.pentimento.adapters.openai;

import com.openai.models.images.Image;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageSource;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Takes the pictures out of answers; what turns out to be none is left out. */
final class Pictures {
    private final ImageSource results;

    /** @param results fetches what comes as a URL: OpenAI sends none, but servers that speak its API do */
    Pictures(ImageSource results) {
        this.results = results;
    }

    List<EncodedImage> of(List<Image> data, CallContext context) {
        return data.stream()
                .map(image -> picture(image, context))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<EncodedImage> picture(Image image, CallContext context) {
        return image.b64Json()
                .map(Pictures::decoded)
                .orElseGet(() -> image.url().flatMap(url -> fetched(url, context)));
    }

    static Optional<EncodedImage> decoded(String base64) {
        try {
            return EncodedImage.sniff(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<EncodedImage> fetched(String url, CallContext context) {
        try {
            return EncodedImage.sniff(results.fetch(URI.create(url), context).bytes());
        } catch (FetchFailure | IllegalArgumentException notToBeHad) {
            return Optional.empty();
        }
    }
}
