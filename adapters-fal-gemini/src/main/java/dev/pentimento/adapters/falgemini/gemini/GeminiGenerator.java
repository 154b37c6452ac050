package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Preview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes pictures from words, one per call; seeds are not passed on, as the model promises nothing for them. */
final class GeminiGenerator implements ImageGenerator {
    private final Painter painter;

    GeminiGenerator(Painter painter) {
        this.painter = painter;
    }

    @Override
    public int maxVariants(@Nullable String model) {
        return Painter.PICTURES_PER_CALL;
    }

    @Override
    public MadeImages generate(Request request, CallContext context) {
        Painter.requireAtMost(Painter.PICTURES_PER_CALL, request.variants(), "picture(s) per call");
        return painter.paint(wish(request), context);
    }

    @Override
    public Cost estimate(Request request) {
        return painter.estimate(wish(request));
    }

    @Override
    public Preview preview(Request request) {
        return painter.preview(wish(request));
    }

    private Wish wish(Request request) {
        return new Wish(painter.model(request.model()), List.of(), request.prompt(Painter.MAX_PROMPT), request.size());
    }
}
