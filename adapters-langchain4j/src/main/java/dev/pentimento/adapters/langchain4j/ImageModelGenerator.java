package dev.pentimento.adapters.langchain4j;

import dev.langchain4j.data.image.Image;
import dev.langchain4j.model.image.ImageModel;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import java.util.List;

/** Has a model make images from words. The size is the model's own; the application brings it to what was asked for. */
final class ImageModelGenerator implements ImageGenerator {
    private final Declaration declaration;
    private final Asking asking;

    ImageModelGenerator(Declaration declaration, Asking asking) {
        this.declaration = declaration;
        this.asking = asking;
    }

    @Override
    public MadeImages generate(Request request, CallContext context) {
        if (request.variants() > 1 && !declaration.can(Declaration.Ability.GENERATE_SEVERAL)) {
            throw new ProviderFailure.InvalidRequest("Model '%s' was not declared to make %d images a call; ask for one"
                    .formatted(declaration.model(), request.variants()));
        }
        String prompt = request.instruction().text();
        return asking.ask(
                model -> generate(model, prompt, request.variants()), context, prompt, declaration, estimate(request));
    }

    private static List<Image> generate(ImageModel model, String prompt, int variants) {
        return variants == 1
                ? List.of(model.generate(prompt).content())
                : model.generate(prompt, variants).content();
    }

    @Override
    public Cost estimate(Request request) {
        Cost all = Cost.free();
        for (int i = 0; i < request.variants(); i++) {
            all = all.plus(declaration.price());
        }
        return all;
    }
}
