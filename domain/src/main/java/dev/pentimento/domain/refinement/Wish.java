package dev.pentimento.domain.refinement;

import java.util.Arrays;
import java.util.Locale;

/** What a refinement may ask of whoever edits, one by one. */
public enum Wish {
    /** Its kind: by prompt, subject repair, text repair. */
    TYPE,
    REFERENCES,
    MASK,
    /** A strength other than the default one. */
    STRENGTH,
    SEED,
    /** More than one candidate. */
    CANDIDATES,
    /** The size and shape of the picture. */
    SIZE;

    /** The name in records and documents, such as {@code mask}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Wish ofLabel(String label) {
        return Arrays.stream(values())
                .filter(wish -> wish.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no wish '%s'".formatted(label)));
    }
}
