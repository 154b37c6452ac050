package dev.pentimento.adapters.langchain4j;

import dev.langchain4j.data.image.Image;
import dev.langchain4j.model.image.ImageModel;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has a model edit images. Its interface knows neither references nor strength, seed or number of images. */
final class ImageModelEditor implements ImageEditor {
    private static final int LONGEST_PROMPT = 4000;

    private final Declaration declaration;
    private final Asking asking;

    ImageModelEditor(Declaration declaration, Asking asking) {
        this.declaration = declaration;
        this.asking = asking;
    }

    @Override
    public Capabilities capabilities(@Nullable String model) {
        return new Capabilities(
                Set.of(RefinementKind.PROMPT, RefinementKind.TEXT),
                declaration.mask(),
                0,
                false,
                false,
                1,
                declaration.canvas(),
                false,
                declaration.price().basis() == CostBasis.UNKNOWN ? CostBasis.UNKNOWN : CostBasis.ESTIMATED);
    }

    @Override
    public MadeImages edit(Request request, CallContext context) {
        requireDeclared(request);
        String prompt = request.prompt(LONGEST_PROMPT);
        return asking.ask(
                model -> List.of(edit(model, request, prompt)), context, prompt, declaration, estimate(request));
    }

    private void requireDeclared(Request request) {
        if (request.model() != null && !request.model().equals(declaration.model())) {
            throw new ProviderFailure.InvalidRequest(
                    "There is no model '%s' here; the only one is %s".formatted(request.model(), declaration.model()));
        }
        if (!capabilities(null).kinds().contains(request.kind())
                || !request.references().isEmpty()) {
            throw new ProviderFailure.InvalidRequest("An ImageModel takes one image and no reference images");
        }
        if (request.knobs().candidates() > 1) {
            throw new ProviderFailure.InvalidRequest("An ImageModel edits one image a call, not %d"
                    .formatted(request.knobs().candidates()));
        }
        if (request.mask() != null && !declaration.mask().isNative()) {
            throw new ProviderFailure.InvalidRequest(
                    "Model '%s' was not declared to take masks".formatted(declaration.model()));
        }
    }

    private Image edit(ImageModel model, Request request, String prompt) {
        EncodedImage mask = request.maskFile();
        return mask == null
                ? model.edit(given(request.base()), prompt).content()
                : model.edit(given(request.base()), given(mask), prompt).content();
    }

    private Image given(EncodedImage image) {
        String base64 = Base64.getEncoder().encodeToString(image.bytes());
        String type = image.mediaType().mime();
        return declaration.form() == Declaration.ImageForm.BASE64
                ? Image.builder().base64Data(base64).mimeType(type).build()
                : Image.builder()
                        .url("data:%s;base64,%s".formatted(type, base64))
                        .build();
    }

    @Override
    public Cost estimate(Request request) {
        return declaration.price();
    }
}
