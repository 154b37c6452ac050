package dev.pentimento.domain.prompt;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Wish;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A refinement as it is put to somebody who reads prose: what is asked, how freely it may be read, and what is known of the concept. Nothing is
 * guessed: what the brief leaves open is not spoken of.
 *
 * @param inWords wishes that nothing but words can bring about: a mask when only the detail around it is shown, and a strength
 */
public record Commission(RefinementKind kind, Instruction instruction, Brief brief, Knobs knobs, Set<Wish> inWords) {
    private static final String DETAIL =
            "The image is a detail of a larger one: change only what this is about, and leave everything towards its edges exactly as and where it is.";

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

    public Commission {
        inWords = Set.copyOf(inWords);
    }

    /** Of which everything else is said otherwise. */
    public Commission(RefinementKind kind, Instruction instruction, Brief brief, Knobs knobs) {
        this(kind, instruction, brief, knobs, Set.of());
    }

    /** The words for one kind of refinement, some of them for each level of creativity. */
    private record Wording(String task, String subject, String literal, String balanced, String inventive) {}

    /**
     * The text. Where it would be longer, the theme is cut first, then the logo, then what else is known of the concept, then how freely to read, then
     * what other wishes come to, then what to preserve, and the user's words only at the very end.
     *
     * @param maxLength in characters (UTF-16 units), at least 1
     */
    public String text(int maxLength) {
        Stream<String> direction = Prose.direction(brief.direction(), wording().subject());
        return new Prose(brief, knobs.preserve())
                .text(
                        wording().task() + instruction,
                        Stream.of(wishes(), Stream.of(freedom()), direction).flatMap(lines -> lines),
                        maxLength);
    }

    private Stream<String> wishes() {
        Stream<String> detail = inWords.contains(Wish.MASK) ? Stream.of(DETAIL) : Stream.empty();
        Stream<String> strength = inWords.contains(Wish.STRENGTH) ? Stream.of(strength()) : Stream.empty();
        return Stream.concat(detail, strength);
    }

    private String strength() {
        double strength = knobs.strength().value();
        if (strength < 0.25) {
            return "Change as little as can be seen: the result is nearly the same image.";
        }
        if (strength < 0.5) {
            return "Change it gently: the result stays close to the image.";
        }
        return strength < 0.8
                ? "Change it clearly, and keep what need not change."
                : "Change it boldly: little has to stay as it was.";
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
