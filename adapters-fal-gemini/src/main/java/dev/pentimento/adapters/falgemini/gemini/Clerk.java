package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has the text model fill in forms. */
final class Clerk {
    /** Roughly what a form takes: instruction, schema and material, and the answer with what is thought before it. */
    private static final Map<PriceUnit, Long> USUAL =
            Map.of(PriceUnit.TEXT_INPUT_TOKEN, 1_500L, PriceUnit.TEXT_OUTPUT_TOKEN, 1_500L);

    private final Gemini gemini;
    private final String model;

    Clerk(Gemini gemini, String model) {
        this.gemini = gemini;
        this.model = model;
    }

    String model(@Nullable String wanted) {
        return Objects.requireNonNullElse(wanted, model);
    }

    /** @param reading makes of the text what was asked for, or throws IllegalArgumentException if it cannot be done */
    <T> Answered<T> ask(Question question, Function<String, T> reading, CallContext context) {
        ModelAnswer answer = gemini.ask(question, context);
        try {
            return new Answered<>(reading.apply(answer.text()), answer.report(false));
        } catch (IllegalArgumentException e) {
            throw answer.unintelligible("an answer that cannot be used: " + e.getMessage(), e);
        }
    }

    Cost estimate() {
        return gemini.prices(model).estimated(new Usage(USUAL));
    }

    /** Of a form with one picture. */
    Cost estimateWithPicture() {
        Usage picture = new Usage(Map.of(PriceUnit.IMAGE_INPUT_TOKEN, Painter.TOKENS_OF_PICTURE_SEEN));
        return estimate().plus(gemini.prices(model).estimated(picture));
    }
}
