package dev.pentimento.app.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command may spend. */
final class BudgetOption {
    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);

    @Option(names = "--budget", paramLabel = "USD", description = "What all of it together may cost.")
    private @Nullable BigDecimal budget;

    /** In micro-USD; empty = no limit of its own. */
    OptionalLong microUsd() {
        BigDecimal usd = budget;
        if (usd == null) {
            return OptionalLong.empty();
        }
        if (usd.signum() < 0) {
            throw new IllegalArgumentException("--budget is at least 0 USD but was " + usd);
        }
        return OptionalLong.of(
                usd.multiply(MICRO).setScale(0, RoundingMode.DOWN).longValueExact());
    }
}
