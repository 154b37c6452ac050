package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Form;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.domain.refinement.Creativity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Levels of creativity as forms name them. */
final class Creativities {
    private Creativities() {}

    /** 1, 2 or 3; anything else is refused in the words that clients know. */
    static Optional<Integer> read(Form form) {
        return form.fields().text("creativity_level").map(text -> {
            if (text.matches("[123]")) {
                return Integer.valueOf(text);
            }
            throw Problem.of(400, "invalid_creativity_level", "Creativity level must be 1, 2, or 3")
                    .refusal();
        });
    }

    static Creativity of(@Nullable Integer level) {
        return level == null ? Creativity.BALANCED : Creativity.ofLevel(level);
    }
}
