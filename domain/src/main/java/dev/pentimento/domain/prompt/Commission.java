package dev.pentimento.domain.prompt;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A refinement as it is put to somebody who reads prose: what is asked, how freely it may be read, and what is known of the concept. Nothing is
 * guessed: what the brief leaves open is not spoken of.
 */
public record Commission(RefinementKind kind, Instruction instruction, Brief brief, Knobs knobs) {
    private static final Map<RefinementKind, Wording> WORDINGS = new EnumMap<>(Map.of(
            RefinementKind.PROMPT,
            new Wording(
                    "",
                    "Main subject: ",
                    "Do exactly this and nothing else: add nothing, restyle nothing.",
                    "Do this, and adjust only what has to fit the change.",
                    "Take this as a starting point: ideas of your own are welcome as long as what is asked for can be seen."),
            RefinementKind.SUBJECT,
            new Wording(
                    "Replace the subject of the image by the one in the reference image: ",
                    "The subject: ",
                    "Show it exactly as in the reference, in the same place; everything else stays as it is.",
                    "Keep everything that makes it recognizable, and fit its light, pose and scale to the image.",
                    "Keep it recognizable; pose, setting and style are free."),
            RefinementKind.TEXT,
            new Wording(
                    "Correct the lettering in the image: ",
                    "Main subject, which stays as it is: ",
                    "Change only letters that are wrong; font, size, colour and place stay as they are.",
                    "The words must read exactly as asked; adjust spacing and size where they need it, in the style of the image.",
                    "The words must read exactly as asked; their lettering may be designed anew to suit the image.")));

    /** The words for one kind of refinement, some of them for each level of creativity. */
    private record Wording(String task, String subject, String literal, String balanced, String inventive) {}

    /**
     * The text. Where it would be longer, the theme is cut first, then the logo, then what else is known of the concept, then how freely to read, then
     * what to preserve, and the user's words only at the very end.
     *
     * @param maxLength in characters (UTF-16 units), at least 1
     */
    public String text(int maxLength) {
        Stream<String> direction = Prose.direction(brief.direction(), wording().subject());
        return new Prose(brief, knobs.preserve())
                .text(wording().task() + instruction, Stream.concat(Stream.of(freedom()), direction), maxLength);
    }

    private Wording wording() {
        return WORDINGS.getOrDefault(kind, new Wording("", "", "", "", ""));
    }

    private String freedom() {
        return switch (knobs.creativity()) {
            case LITERAL -> wording().literal();
            case BALANCED -> wording().balanced();
            case INVENTIVE -> wording().inventive();
        };
    }
}
