package dev.pentimento.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts variables where {@code ${NAME}} or <code>${NAME:value when not set}</code> stands in a text. */
final class Placeholders {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::(?<other>[^}]*))?}");

    private final Function<String, Optional<String>> variables;

    Placeholders(Function<String, Optional<String>> variables) {
        this.variables = variables;
    }

    static boolean in(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    /** The names that are neither set nor have something to stand for them. */
    List<String> unresolved(String text) {
        List<String> names = new ArrayList<>();
        Matcher found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            if (found.group("other") == null
                    && variables.apply(found.group("name")).isEmpty()) {
                names.add(found.group("name"));
            }
        }
        return names;
    }

    /** Names that are not set are left as they are. */
    String resolve(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement(found)));
    }

    private String replacement(MatchResult found) {
        String otherwise = found.group(2) == null ? found.group() : found.group(2);
        return variables.apply(found.group(1)).orElse(otherwise);
    }
}
