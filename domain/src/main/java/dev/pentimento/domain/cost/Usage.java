package dev.pentimento.domain.cost;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a call used up, as the provider counted it.
 *
 * @param amounts each at least 0; empty = the provider does not say
 */
public record Usage(Map<PriceUnit, Long> amounts) {
    public static final Usage UNKNOWN = new Usage(Map.of());

    public Usage {
        Map<PriceUnit, Long> ordered = new EnumMap<>(PriceUnit.class);
        ordered.putAll(amounts);
        ordered.forEach((unit, amount) -> {
            if (amount < 0) {
                throw new IllegalArgumentException("A usage is at least 0 but %s was %d".formatted(unit, amount));
            }
        });
        amounts = Collections.unmodifiableMap(ordered);
    }

    public boolean isKnown() {
        return !amounts.isEmpty();
    }
}
