package dev.pentimento.app.cli;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.LoopRules;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a batch is worked on. */
final class BatchOptions {
    /** Each takes a thread, and as many workers are there for the jobs. */
    private static final int MOST_AT_ONCE = 64;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            description = "How many prompts are worked on at the same time, 1 to 64; default: 4.")
    private int batchSize = 4;

    @Option(
            names = "--variants",
            paramLabel = "N",
            description = "How many images each round makes, 1 to 10; default: 1.")
    private int variants = LoopRules.DEFAULT.variants();

    @Option(
            names = "--max-iterations",
            paramLabel = "N",
            description = "How many rounds each prompt gets at most, 1 to 10; default: 3.")
    private int maxIterations = LoopRules.DEFAULT.maxIterations();

    @Option(
            names = "--target",
            paramLabel = "0..1",
            description = "The score at which a prompt is done; default: 0.85.")
    private double target = LoopRules.DEFAULT.target();

    @Mixin
    private BudgetOption budget = new BudgetOption();

    @Option(names = "--size", paramLabel = "WxH", description = "Size of each image in pixels; default: 1024x1024.")
    private ImageSize size = new ImageSize(1024, 1024);

    int batchSize() {
        if (batchSize < 1 || batchSize > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "--batch-size must be 1 to %d but is %d".formatted(MOST_AT_ONCE, batchSize));
        }
        return batchSize;
    }

    LoopRules rules() {
        return new LoopRules(variants, maxIterations, target);
    }

    ImageSize size() {
        return size;
    }

    /** @throws IllegalArgumentException if a batch that goes on was begun otherwise */
    void requireAsBegun(Batch batch) {
        AsBegun.require(command, "--variants", variants, batch.rules().variants());
        AsBegun.require(
                command, "--max-iterations", maxIterations, batch.rules().maxIterations());
        AsBegun.require(command, "--target", target, batch.rules().target());
        AsBegun.require(command, "--size", size, batch.size());
    }

    /** In micro-USD. */
    OptionalLong budget() {
        return budget.microUsd();
    }
}
