package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.Dollars;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command may spend. */
final class BudgetOption {
    @Option(names = "--budget", paramLabel = "USD", description = "What all of it together may cost.")
    private @Nullable Dollars budget;

    /** In micro-USD; empty = no limit of its own. */
    OptionalLong microUsd() {
        Dollars most = budget;
        return most == null ? OptionalLong.empty() : OptionalLong.of(most.microUsd());
    }
}
