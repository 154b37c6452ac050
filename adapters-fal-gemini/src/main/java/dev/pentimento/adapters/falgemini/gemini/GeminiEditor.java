package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.out.Preview;
import dev.pentimento.ports.spi.ModelFacts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes pictures by telling the image model what to change. It knows no masks, no strength and no seed, and makes one picture per call. */
final class GeminiEditor implements ImageEditor {
    /** The models look at 14 pictures, of which the base is one. */
    private static final int MAX_REFERENCES = 13;

    private final Painter painter;

    GeminiEditor(Painter painter) {
        this.painter = painter;
    }

    @Override
    public Capabilities capabilities(@Nullable String model) {
        String chosen = painter.model(model);
        Optional<ModelFacts> facts = painter.offered(chosen);
        return new Capabilities(
                EnumSet.allOf(RefinementKind.class),
                MaskForm.NONE,
                facts.map(known -> known.number("max-references", MAX_REFERENCES))
                        .orElse(MAX_REFERENCES),
                false,
                false,
                1,
                painter.canvas(chosen),
                false,
                facts.filter(known -> !known.prices().equals(PriceList.UNKNOWN)).isPresent()
                        ? CostBasis.REPORTED
                        : CostBasis.UNKNOWN);
    }

    @Override
    public MadeImages edit(Request request, CallContext context) {
        requireFewReferences(request);
        Painter.requireAtMost(Painter.PICTURES_PER_CALL, request.knobs().candidates(), "picture(s) per call");
        return painter.paint(wish(request), context);
    }

    private void requireFewReferences(Request request) {
        Painter.requireAtMost(
                capabilities(request.model()).maxReferences(),
                request.references().size(),
                "reference(s)");
    }

    @Override
    public Cost estimate(Request request) {
        return painter.estimate(wish(request));
    }

    @Override
    public Preview preview(Request request) {
        requireFewReferences(request);
        return painter.preview(wish(request));
    }

    private Wish wish(Request request) {
        List<EncodedImage> seen = new ArrayList<>();
        seen.add(request.base());
        seen.addAll(request.references());
        return new Wish(painter.model(request.model()), seen, words(request), request.size());
    }

    /** The model is shown the base first; where there are more pictures, it has to be told so. */
    private static String words(Request request) {
        String prompt = request.prompt(Painter.MAX_PROMPT);
        if (request.references().isEmpty()) {
            return prompt;
        }
        return "The first picture is the one to change; what follows it is for reference.\n" + prompt;
    }
}
