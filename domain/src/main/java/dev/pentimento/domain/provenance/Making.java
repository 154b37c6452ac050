package dev.pentimento.domain.provenance;

import dev.pentimento.domain.lineage.Origin;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a version came to be, in a word. */
public enum Making {
    IMPORTED,
    GENERATED,
    REFINED,
    /** Within a mask, outside of which nothing changed. */
    REFINED_WITHIN_MASK,
    RECOLORED;

    public static Making of(Origin origin) {
        if (origin instanceof Origin.Imported) {
            return IMPORTED;
        }
        if (origin instanceof Origin.Generated) {
            return GENERATED;
        }
        if (origin instanceof Origin.MaskedRefined) {
            return REFINED_WITHIN_MASK;
        }
        return origin instanceof Origin.Recolored ? RECOLORED : REFINED;
    }

    /** The word in files, such as {@code refined_within_mask}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Making> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(making -> making.label().equals(label))
                .findFirst();
    }
}
