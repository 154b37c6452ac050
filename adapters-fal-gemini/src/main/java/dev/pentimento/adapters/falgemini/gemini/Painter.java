package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Preview;
import dev.pentimento.ports.spi.ModelFacts;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has the image model make pictures, one per question. */
final class Painter {
    static final int PICTURES_PER_CALL = 1;

    /** In characters; even the smallest of the models reads more. */
    static final int MAX_PROMPT = 20_000;

    /** Roughly what a model counts for a picture that it is shown. */
    static final long TOKENS_OF_PICTURE_SEEN = 1_120;

    /** Roughly what it counts for what it is told, and for what it thinks and says beside the picture. */
    private static final Map<PriceUnit, Long> WORDS =
            Map.of(PriceUnit.TEXT_INPUT_TOKEN, 300L, PriceUnit.TEXT_OUTPUT_TOKEN, 700L);

    private final Gemini gemini;
    private final String model;

    Painter(Gemini gemini, String model) {
        this.gemini = gemini;
        this.model = model;
    }

    /** @throws ProviderFailure.InvalidRequest if more is wanted than Gemini takes or gives */
    static void requireAtMost(int most, int wanted, String what) {
        if (wanted > most) {
            throw new ProviderFailure.InvalidRequest(
                    "Gemini's limit is %d %s, but %d are wanted".formatted(most, what, wanted));
        }
    }

    String model(@Nullable String wanted) {
        return Objects.requireNonNullElse(wanted, model);
    }

    /**
     * What the catalogue says of a model.
     *
     * @throws ProviderFailure if the model is gone, or this is no name of a model
     */
    Optional<ModelFacts> offered(String model) {
        gemini.requireOffered(model);
        return gemini.known(model);
    }

    MadeImages paint(Wish wish, CallContext context) {
        ModelAnswer answer = gemini.ask(Question.picture(wish, shape(wish)), context);
        return new MadeImages(List.of(answer.picture()), answer.report(true));
    }

    Cost estimate(Wish wish) {
        Map<PriceUnit, Long> amounts = new EnumMap<>(WORDS);
        amounts.put(PriceUnit.IMAGE_INPUT_TOKEN, wish.seen().size() * TOKENS_OF_PICTURE_SEEN);
        amounts.put(PriceUnit.IMAGE_OUTPUT_TOKEN, tokens(wish));
        return gemini.prices(wish.model()).estimated(new Usage(amounts));
    }

    private long tokens(Wish wish) {
        Shape.Tier tier = shape(wish).tier();
        String trait = "output-tokens." + tier.label().toLowerCase(Locale.ROOT);
        return gemini.known(wish.model())
                .map(facts -> facts.number(trait, tier.tokens()))
                .orElse(tier.tokens());
    }

    /** @throws ProviderFailure if the model is gone, or this is no name of a model */
    Preview preview(Wish wish) {
        gemini.requireOffered(wish.model());
        return new Preview(wish.model(), wish.words(), List.of());
    }

    Canvas canvas(String model) {
        return gemini.known(model).flatMap(ModelFacts::canvas).orElse(Shape.DEFAULT_CANVAS);
    }

    private Shape shape(Wish wish) {
        Canvas canvas = canvas(wish.model());
        return Shape.of(canvas.fit(wish.size()), canvas);
    }
}
