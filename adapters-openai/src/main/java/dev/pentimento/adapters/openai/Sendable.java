package dev.pentimento.adapters.openai;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageEditor;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What OpenAI documents of the pictures it takes, checked before one is sent. */
final class Sendable {
    private static final int IMAGE_BYTES = 50_000_000;
    private static final int MASK_BYTES = 4_000_000;

    private Sendable() {}

    /** @throws ProviderFailure.InvalidRequest if OpenAI would refuse it for sure */
    static void check(EditOrder order) {
        objection(order.request(), order.model()).ifPresent(objection -> {
            throw new ProviderFailure.InvalidRequest(objection);
        });
    }

    private static Optional<String> objection(ImageEditor.Request request, Model model) {
        int references = request.references().size();
        if (request.kind() == RefinementKind.SUBJECT && references == 0) {
            return Optional.of("A subject repair needs a reference image that shows the right subject");
        }
        if (references > model.maxReferences()) {
            return Optional.of("Model '%s' takes %d reference images but was given %d; leave some out"
                    .formatted(model.id(), model.maxReferences(), references));
        }
        return Stream.concat(
                        Stream.concat(Stream.of(request.base()), request.references().stream())
                                .map(image -> tooLarge("an image", image, IMAGE_BYTES)),
                        Stream.of(tooLarge("the mask", request.maskFile(), MASK_BYTES)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> tooLarge(String what, @Nullable EncodedImage image, int limit) {
        return image == null || image.length() < limit
                ? Optional.empty()
                : Optional.of("OpenAI takes less than %d bytes for %s but was to be sent %d; use a smaller picture"
                        .formatted(limit, what, image.length()));
    }
}
