package dev.pentimento.domain.prompt;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.refinement.Instruction;
import java.util.Set;

/** A picture to be made from words, as it is put to somebody who reads prose. */
public record Original(Instruction instruction, Brief brief) {

    /**
     * The text. Where it would be longer, the theme is cut first, then the logo, then what else is known of the concept, and the user's words only at
     * the very end.
     *
     * @param maxLength in characters (UTF-16 units), at least 1
     */
    public String text(int maxLength) {
        return new Prose(brief, Set.of())
                .text(instruction.text(), Prose.direction(brief.direction(), "Main subject: "), maxLength);
    }
}
