package dev.pentimento.domain.cost;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a model costs.
 *
 * @param microUsd the price of one {@linkplain PriceUnit#lot lot} of a unit in micro-USD, at least 0; what is not in it has no known price
 */
public record PriceList(Map<PriceUnit, Long> microUsd) {
    public static final PriceList UNKNOWN = new PriceList(Map.of());

    public PriceList {
        Map<PriceUnit, Long> ordered = new EnumMap<>(PriceUnit.class);
        ordered.putAll(microUsd);
        ordered.forEach((unit, price) -> {
            if (price < 0) {
                throw new IllegalArgumentException(
                        "A price is at least 0 micro-USD but that of %s was %d".formatted(unit, price));
            }
        });
        microUsd = Collections.unmodifiableMap(ordered);
    }

    /** From what a provider says it counted; unknown where it does not say, or one of the prices is not known. */
    public Cost reported(Usage usage) {
        return cost(usage, CostBasis.REPORTED);
    }

    /** From what is expected to be counted. */
    public Cost estimated(Usage usage) {
        return cost(usage, CostBasis.ESTIMATED);
    }

    /** Each part is rounded up to a whole micro-USD, so that nothing is ever too cheap. */
    private Cost cost(Usage usage, CostBasis basis) {
        if (!usage.isKnown() || !microUsd.keySet().containsAll(priced(usage).keySet())) {
            return Cost.unknown();
        }
        long total = 0;
        for (Map.Entry<PriceUnit, Long> part : priced(usage).entrySet()) {
            long price = microUsd.getOrDefault(part.getKey(), 0L);
            total = Math.addExact(
                    total,
                    roundedUp(
                            Math.multiplyExact(price, part.getValue()),
                            part.getKey().lot()));
        }
        return new Cost.Known(total, basis);
    }

    private static long roundedUp(long amount, long lot) {
        return (amount + lot - 1) / lot;
    }

    /** Nothing of a unit costs nothing, whatever its price. */
    private static Map<PriceUnit, Long> priced(Usage usage) {
        Map<PriceUnit, Long> some = new EnumMap<>(PriceUnit.class);
        usage.amounts().forEach((unit, amount) -> {
            if (amount > 0) {
                some.put(unit, amount);
            }
        });
        return some;
    }
}
