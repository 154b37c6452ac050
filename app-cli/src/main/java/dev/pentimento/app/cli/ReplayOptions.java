package dev.pentimento.app.cli;

import dev.pentimento.domain.job.ProviderChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who does it again, and with what luck. */
final class ReplayOptions {
    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "Who does every step; default: whoever did it then.")
    private @Nullable String provider;

    @Option(names = "--model", paramLabel = "ID", description = "One of the provider's models; default: as then.")
    private @Nullable String model;

    @Option(names = "--seed", paramLabel = "N", description = "Fixes chance in every step; default: as then.")
    private @Nullable Long seed;

    ProviderChoice choice() {
        return new ProviderChoice(provider, model);
    }

    @Nullable Long seed() {
        return seed;
    }
}
