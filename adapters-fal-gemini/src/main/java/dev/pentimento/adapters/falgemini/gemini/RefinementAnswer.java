package dev.pentimento.adapters.falgemini.gemini;

import static dev.pentimento.adapters.falgemini.gemini.Json.elements;

import dev.pentimento.domain.prompt.RefinedPrompt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to {@link Form#REFINEMENT}, as it is written. */
record RefinementAnswer(
        @Nullable List<String> changes,
        RefinedPrompt.@Nullable Strategy strategy,
        @Nullable String refinedPrompt) {

    /** @throws IllegalArgumentException if there is no prompt, or it does not say how to go on */
    RefinedPrompt refined() {
        if (strategy == null) {
            throw new IllegalArgumentException("the answer names no strategy");
        }
        return new RefinedPrompt(PromptAnswer.usable(refinedPrompt), elements(changes), strategy);
    }
}
