package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Compositing;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Corrects lettering: erases the wrong letters and writes the right ones in their type, colour, size and place. */
final class TextRepairer {

    /** Strength 0 keeps the base; any other strength corrects the text fully, as half a letter helps nobody. */
    Repaired repair(Raster base, @Nullable Mask mask, Instruction instruction, Knobs knobs, CallContext context) {
        if (knobs.strength().keepsEverything()) {
            return new Repaired(base, List.of());
        }
        LetteringWish.Understood understood = LetteringWish.understand(instruction.text());
        Raster result = base;
        for (LetteringWish wish : understood.wishes()) {
            context.checkCanceled();
            context.progress(0.1, "looking for the lettering");
            result = mask == null
                    ? corrected(result, null, wish, context)
                    : correctedInside(result, mask, wish, context);
        }
        context.progress(1, "lettering corrected");
        return new Repaired(result, understood.notUnderstood());
    }

    private static Raster correctedInside(Raster base, Mask mask, LetteringWish wish, CallContext context) {
        Box inside = Masks.bounds(mask);
        if (inside.isEmpty()) {
            throw new ProviderFailure.InvalidRequest("The mask covers nothing; lay it over the wrong lettering");
        }
        int margin = Math.max(24, Math.max(inside.width(), inside.height()) / 3);
        Box window = inside.grown(margin).within(Box.ofSize(base.width(), base.height()));
        Raster part = corrected(Masks.cut(base, window), Masks.cut(mask, window), wish, context);
        return Compositing.composite(base, Masks.pasted(base, part, window), mask);
    }

    private static Raster corrected(Raster base, @Nullable Mask mask, LetteringWish wish, CallContext context) {
        ImageSize size = base.size();
        int factor = LetteringFinder.workFactor(size.width(), size.height());
        LetteringFinder finder = new LetteringFinder(OkPlanes.of(base), factor, mask);
        context.checkCanceled();
        Target target = Target.find(finder, wish, mask != null);
        context.checkCanceled();
        context.progress(0.5, "setting the right words");
        LineSetter.Slot slot = target.slot(finder, size, mask, factor);
        return new LineSetter(base, target.run(), slot, finder.picture().width, factor)
                .write(target.wrong(), target.right());
    }
}
