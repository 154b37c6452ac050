package dev.pentimento.adapters.jigsawstack;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Preview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes images from words, one with each call, as near to the size that is asked for as JigsawStack makes them. */
final class JigsawStackGenerator implements ImageGenerator {
    private final Studio studio;

    JigsawStackGenerator(Studio studio) {
        this.studio = studio;
    }

    @Override
    public int maxVariants(@Nullable String model) {
        studio.requireModel(model);
        return 1;
    }

    @Override
    public MadeImages generate(Request request, CallContext context) {
        studio.requireModel(request.model());
        if (request.variants() > maxVariants(request.model())) {
            throw new ProviderFailure.InvalidRequest("Provider '%s' makes one image with each call but was asked for %d"
                    .formatted(JigsawStackProviderFactory.NAME, request.variants()));
        }
        return studio.make(wish(request), context);
    }

    private Studio.Wish wish(Request request) {
        return new Studio.Wish(
                request.prompt(studio.longestPrompt()), studio.canvas().fit(request.size()), request.seed(), null);
    }

    @Override
    public Cost estimate(Request request) {
        return studio.cost(request.variants());
    }

    @Override
    public Preview preview(Request request) {
        studio.requireModel(request.model());
        return new Preview(Studio.MODEL, wish(request).prompt(), List.of());
    }
}
