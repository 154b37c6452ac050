package dev.pentimento.adapters.web.runs;

import dev.pentimento.domain.cost.Cost;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Costs in USD. What is not known is null, and never 0. */
final class Dollars {
    private static final double MICROS = 1e6;

    private Dollars() {}

    static @Nullable Double of(Cost cost) {
        OptionalLong micros = cost.microUsd();
        return micros.isPresent() ? of(micros.getAsLong()) : null;
    }

    static double of(long microUsd) {
        return microUsd / MICROS;
    }
}
