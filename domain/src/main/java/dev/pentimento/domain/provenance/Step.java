package dev.pentimento.domain.provenance;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.refinement.Instruction;
import org.jspecify.annotations.Nullable;

/**
 * One version on the way from the original. Texts are cleaned of control characters and cut to a length that files can hold.
 *
 * @param label as in the lineage, such as {@code A1.1}
 * @param instruction what was asked for; empty for an imported version, since the names of files are the business of their owner
 * @param provider empty for an imported version
 * @param model empty for an imported version
 * @param seed null when chance was left to the provider
 */
public record Step(
        VersionId version,
        String label,
        Making making,
        String instruction,
        String provider,
        String model,
        @Nullable Long seed) {
    private static final int MAX_NAME = 200;

    public Step {
        label = Wording.clean(label, MAX_NAME);
        instruction = Wording.clean(instruction, Instruction.MAX_LENGTH);
        provider = Wording.clean(provider, MAX_NAME);
        model = Wording.clean(model, MAX_NAME);
    }

    /** The instruction, at most {@code limit} characters of it. */
    public String excerpt(int limit) {
        return Wording.clean(instruction, limit);
    }
}
