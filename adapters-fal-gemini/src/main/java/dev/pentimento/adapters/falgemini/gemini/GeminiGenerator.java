package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Preview;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes pictures from words. The model makes one at a time and knows no seed, so variants are asked for one after the other; when one of them fails,
 * those before it are delivered.
 */
final class GeminiGenerator implements ImageGenerator {
    private final Painter painter;

    GeminiGenerator(Painter painter) {
        this.painter = painter;
    }

    @Override
    public MadeImages generate(Request request, CallContext context) {
        Wish wish = wish(request);
        Series series = new Series(painter.paint(wish, context));
        boolean going = true;
        for (int made = 1; going && made < request.variants(); made++) {
            context.progress((double) made / request.variants(), "%d of %d".formatted(made, request.variants()));
            going = series.add(() -> painter.paint(wish, context));
        }
        return series.all();
    }

    @Override
    public Cost estimate(Request request) {
        Cost one = painter.estimate(wish(request));
        return Stream.generate(() -> one)
                .limit(request.variants())
                .reduce(Cost::plus)
                .orElseThrow();
    }

    @Override
    public Preview preview(Request request) {
        return painter.preview(wish(request));
    }

    private Wish wish(Request request) {
        String words = request.prompt(Painter.MAX_PROMPT);
        return new Wish(painter.model(request.model()), List.of(), words, request.size());
    }
}
