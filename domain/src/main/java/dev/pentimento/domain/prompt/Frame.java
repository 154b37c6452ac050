package dev.pentimento.domain.prompt;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a family of models puts before and after the prompt of a scene. */
record Frame(String before, String after) {
    /** Stands for the prompt, and in nobody's text. */
    private static final String PLACE = "\ufffc";

    /** @param composition of the scene, for each prompt that it may have */
    static Frame of(UnaryOperator<String> composition) {
        String composed = composition.apply(PLACE);
        int place = composed.indexOf(PLACE);
        return new Frame(words(composed.substring(0, place)), words(composed.substring(place + PLACE.length())));
    }

    /** Empty where there is punctuation alone. */
    private static String words(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit) ? text.strip() : "";
    }

    boolean isEmpty() {
        return before.isEmpty() && after.isEmpty();
    }

    /** The text without the frame, wherever in it that stands; empty if all of it is not there. */
    Optional<String> within(String text) {
        if (!text.contains(before) || !text.contains(after)) {
            return Optional.empty();
        }
        String begun = text.replaceFirst(Pattern.quote(before) + "\\s*", "");
        int end = after.isEmpty() ? begun.length() : begun.lastIndexOf(after);
        return end < 0
                ? Optional.empty()
                : Optional.of(begun.substring(0, end).stripTrailing() + begun.substring(end + after.length()));
    }
}
