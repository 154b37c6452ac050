package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.domain.refinement.Instruction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer to {@link Form#PROMPT}, as it is written. */
record PromptAnswer(@Nullable String prompt) {

    /** @throws IllegalArgumentException if nobody could use it */
    String usable() {
        return usable(prompt);
    }

    /** What is empty, or longer than anybody takes, is no prompt. */
    static String usable(@Nullable String text) {
        return new Instruction(Objects.requireNonNullElse(text, "")).text();
    }
}
