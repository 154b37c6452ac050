package dev.pentimento.adapters.openai;

import dev.pentimento.domain.image.EncodedImage;
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
        ImageEditor.Request request = order.request();
        Model model = order.model();
        refuse(Stream.of(
                kind(request, model),
                count("reference images", request.references().size(), model.maxReferences(), model),
                count("candidates", request.knobs().candidates(), model.maxCandidates(), model),
                images(request),
                tooLarge("the mask", request.maskFile(), MASK_BYTES)));
    }

    /** As {@link #check(EditOrder)}. */
    static void check(GenerateOrder order) {
        refuse(Stream.of(
                count("variants", order.request().variants(), order.model().maxCandidates(), order.model())));
    }

    private static void refuse(Stream<Optional<String>> objections) {
        objections.flatMap(Optional::stream).findFirst().ifPresent(objection -> {
            throw new ProviderFailure.InvalidRequest(objection);
        });
    }

    private static Optional<String> kind(ImageEditor.Request request, Model model) {
        return model.kinds().contains(request.kind())
                ? Optional.empty()
                : Optional.of("Model '%s' does no %s repair, as it takes no reference images"
                        .formatted(model.id(), request.kind().label()));
    }

    private static Optional<String> count(String what, int wanted, int most, Model model) {
        return wanted <= most
                ? Optional.empty()
                : Optional.of("Model '%s' takes %d %s but was given %d; ask for fewer"
                        .formatted(model.id(), most, what, wanted));
    }

    private static Optional<String> images(ImageEditor.Request request) {
        return Stream.concat(Stream.of(request.base()), request.references().stream())
                .map(image -> tooLarge("an image", image, IMAGE_BYTES))
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
