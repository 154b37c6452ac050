package dev.pentimento.domain.refinement;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a refinement is to leave as it is. */
public enum PreserveAspect {
    LAYOUT,
    COLORS,
    STYLE,
    SHAPES,
    SYMBOLS,
    PROPORTIONS,
    COLOR_SCHEME;

    /** The name in prompts, on the command line and in the HTTP API, such as {@code color_scheme}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PreserveAspect ofLabel(String label) {
        return Arrays.stream(values())
                .filter(aspect -> aspect.label().equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nothing called '%s' can be preserved; choose from %s".formatted(label, labels())));
    }

    private static String labels() {
        return Arrays.stream(values()).map(PreserveAspect::label).collect(Collectors.joining(", "));
    }
}
