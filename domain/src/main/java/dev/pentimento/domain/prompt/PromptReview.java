package dev.pentimento.domain.prompt;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether what a writer answered can be sent as a prompt.
 *
 * @param tried every prompt that was tried before
 * @param maxLength in characters (UTF-16 units)
 */
public record PromptReview(List<String> tried, int maxLength) {
    public PromptReview {
        tried = List.copyOf(tried);
    }

    /** Why it cannot be sent. */
    public enum Objection {
        EMPTY,
        /** It says what was tried before. */
        REPEATED,
        TOO_LONG,
        /** It speaks about the prompt, or to us. */
        CHATTER;

        /** The word in JSON, such as {@code too_long}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Empty if it can be sent. */
    public Optional<Objection> objection(String prompt) {
        String text = prompt.strip();
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of(Objection.EMPTY);
        }
        if (text.length() > maxLength) {
            return Optional.of(Objection.TOO_LONG);
        }
        if (Chatter.isIn(text)) {
            return Optional.of(Objection.CHATTER);
        }
        return isAmong(tried, text) ? Optional.of(Objection.REPEATED) : Optional.empty();
    }

    private static boolean isAmong(Collection<String> tried, String text) {
        return tried.stream().anyMatch(earlier -> words(earlier).equals(words(text)));
    }

    /** Case, spaces and punctuation make no other prompt. */
    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
