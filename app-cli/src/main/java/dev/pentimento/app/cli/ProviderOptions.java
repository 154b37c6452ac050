package dev.pentimento.app.cli;

import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.loop.Batch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who does the work. */
final class ProviderOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

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

    /** @throws IllegalArgumentException if a batch that goes on was begun otherwise */
    void requireAsBegun(Batch batch) {
        AsBegun.require(command, "--provider", provider, batch.generator().name());
        AsBegun.require(command, "--model", model, batch.generator().model());
        AsBegun.require(command, "--seed", seed, batch.seed());
    }

    ProviderChoice choice() {
        return new ProviderChoice(provider, model);
    }

    @Nullable Long seed() {
        return seed;
    }
}
