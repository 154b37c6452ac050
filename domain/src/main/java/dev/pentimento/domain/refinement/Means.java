package dev.pentimento.domain.refinement;

import java.util.Arrays;
import java.util.Locale;

/** By what means a wish is met. */
public enum Means {
    /** The editor does it by itself. */
    NATIVE,
    /** We do it for the editor. */
    EMULATED,
    /** It has no effect with this editor, and that is said. */
    LEFT_OUT,
    /** The refinement cannot be done by this editor. */
    REFUSED;

    /** The name in records and documents, such as {@code emulated}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Means ofLabel(String label) {
        return Arrays.stream(values())
                .filter(means -> means.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no means '%s'".formatted(label)));
    }
}
