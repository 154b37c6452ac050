package dev.pentimento.domain.prompt;

import dev.pentimento.domain.refinement.PreserveAspect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Composes the prompt that is sent: the user's words first, then what to preserve, then what the image is about.
 *
 * <p>Pure and deterministic. Processing a processed prompt again with the same arguments returns it unchanged, so that chains do not grow
 * it.
 */
public final class RefinementPrompts {
    private static final String PRESERVE = "\nPreserve: ";
    private static final String LOGO = "\nLogo: ";
    private static final String THEME = "\nTheme: ";

    private RefinementPrompts() {}

    /**
     * Trims everything, drops what is blank and folds white space. Where the result would be longer than {@code maxLength} characters, the
     * theme is cut first, then the logo, then the aspects to preserve, and the user's words only at the very end.
     *
     * @param maxLength in characters (UTF-16 units), at least 1
     * @throws IllegalArgumentException if the prompt is blank or {@code maxLength} is less than 1
     */
    public static String processRefinementPrompt(
            String prompt,
            @Nullable String logo,
            @Nullable String theme,
            Collection<PreserveAspect> preserve,
            int maxLength) {
        if (maxLength < 1) {
            throw new IllegalArgumentException("A prompt may be cut to 1 character at least but not to " + maxLength);
        }
        String words = foldSpace(prompt);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A prompt must not be blank");
        }
        Context context =
                new Context(clause(PRESERVE, labels(preserve)), description(LOGO, logo), description(THEME, theme));
        return context.isAlreadyIn(words, maxLength) ? words : context.addTo(words, maxLength);
    }

    private static String labels(Collection<PreserveAspect> preserve) {
        if (preserve.isEmpty()) {
            return "";
        }
        return EnumSet.copyOf(preserve).stream().map(PreserveAspect::label).collect(Collectors.joining(", "));
    }

    private static String description(String marker, @Nullable String text) {
        return clause(marker, foldSpace(text == null ? "" : text).replace('\n', ' '));
    }

    private static String clause(String marker, String text) {
        return text.isEmpty() ? "" : marker + text;
    }

    private static String foldSpace(String text) {
        return text.strip().replaceAll("\\h*\\R\\s*", "\n").replaceAll("\\h+", " ");
    }

    /** What is added behind the user's words, clause by clause; an absent clause is empty. */
    private record Context(String preserve, String logo, String theme) {

        String addTo(String words, int maxLength) {
            StringBuilder text = new StringBuilder(cut(words, maxLength));
            if (text.length() + preserve.length() > maxLength) {
                return text.toString();
            }
            text.append(preserve);
            text.append(cutDescription(logo, LOGO, maxLength - text.length()));
            text.append(cutDescription(theme, THEME, maxLength - text.length()));
            return text.toString();
        }

        /** Whether {@code text} is what this context would make of its own beginning. */
        boolean isAlreadyIn(String text, int maxLength) {
            return beginnings(text).stream()
                    .anyMatch(words -> addTo(words, maxLength).equals(text));
        }

        private static List<String> beginnings(String text) {
            List<String> found = new ArrayList<>();
            for (int i = text.indexOf('\n'); i > 0; i = text.indexOf('\n', i + 1)) {
                found.add(text.substring(0, i));
            }
            return found;
        }

        /** At least one word of a description has to fit, otherwise it goes altogether. */
        private static String cutDescription(String clause, String marker, int room) {
            if (clause.length() <= room) {
                return clause;
            }
            int lastSpace = room <= marker.length() ? -1 : clause.lastIndexOf(' ', room);
            return lastSpace < marker.length() ? "" : clause.substring(0, lastSpace);
        }

        private static String cut(String text, int length) {
            if (text.length() <= length) {
                return text;
            }
            int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
            return text.substring(0, end).strip();
        }
    }
}
