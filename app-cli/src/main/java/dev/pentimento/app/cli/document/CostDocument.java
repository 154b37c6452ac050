package dev.pentimento.app.cli.document;

import dev.pentimento.domain.cost.Cost;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What something cost.
 *
 * @param microUsd null when unknown
 * @param basis {@code reported}, {@code estimated} or {@code unknown}
 */
public record CostDocument(@Nullable Long microUsd, String basis) {
    static CostDocument of(Cost cost) {
        Long amount = cost.microUsd().isPresent() ? Long.valueOf(cost.microUsd().getAsLong()) : null;
        return new CostDocument(amount, cost.basis().name().toLowerCase(Locale.ROOT));
    }
}
