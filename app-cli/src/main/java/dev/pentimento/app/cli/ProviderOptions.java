package dev.pentimento.app.cli;

import dev.pentimento.domain.job.ProviderChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who does the work. */
final class ProviderOptions {
    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description =
                    "Who does the work; default: the first configured one that can, in a replay whoever did it then. See: pentimento providers")
    private @Nullable String provider;

    @Option(names = "--model", paramLabel = "ID", description = "One of the provider's models.")
    private @Nullable String model;

    @Option(names = "--seed", paramLabel = "N", description = "Fixes chance where the provider can.")
    private @Nullable Long seed;

    ProviderChoice choice() {
        return new ProviderChoice(provider, model);
    }

    @Nullable Long seed() {
        return seed;
    }
}
