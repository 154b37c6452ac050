package dev.pentimento.app.cli;

import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.domain.refinement.Strength;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much freedom a refinement has. */
final class KnobOptions {
    @Option(
            names = "--strength",
            paramLabel = "0..1",
            description = "How far to move away from the image; default: 0.6.")
    private Strength strength = Strength.DEFAULT;

    @Option(
            names = "--creativity",
            paramLabel = "1..3",
            completionCandidates = Choices.Levels.class,
            description = "How freely to read the prompt; default: 2.")
    private Creativity creativity = Creativity.BALANCED;

    @Option(
            names = "--preserve",
            paramLabel = "ASPECT",
            split = ",",
            completionCandidates = Choices.Aspects.class,
            description = "What to keep: ${COMPLETION-CANDIDATES}.")
    private List<PreserveAspect> preserve = new ArrayList<>();

    @Option(names = "--candidates", paramLabel = "N", description = "How many alternatives to make; default: 1.")
    private int candidates = 1;

    @Option(
            names = "--keep-size",
            description = "Bring the result to the image's size where the provider works on another.")
    private boolean keepSize;

    Knobs knobs(@Nullable Long seed) {
        return new Knobs(strength, creativity, new LinkedHashSet<>(preserve), candidates, seed, keepSize);
    }
}
