package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Compositing;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replaces the subject of a picture by the one in a reference picture: cuts it out, clears the place and sets it there. */
final class SubjectRepairer {
    /** Around a mask as much of the picture is looked at as this share of the mask's size. */
    private static final double SURROUNDINGS = 0.25;

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
        context.progress(0.1, "cutting out the subject of the reference");
        Cutout subject = Cutout.of(reference)
                .orElseThrow(
                        () -> new ProviderFailure.InvalidRequest(
                                "The reference shows no subject that stands out from its background; use one on a plain or transparent background"));
        context.checkCanceled();
        context.progress(0.5, "placing it");
        SubjectWish wish = SubjectWish.understand(instruction.text());
        double bend = 0.6 * (1 - knobs.strength().value());
        Raster result =
                mask == null ? placed(base, null, subject, wish, bend) : placedInside(base, mask, subject, wish, bend);
        context.progress(1, "subject replaced");
        return new Repaired(result, wish.notUnderstood());
    }

    private static Raster placedInside(Raster base, Mask mask, Cutout subject, SubjectWish wish, double bend) {
        Box inside = Masks.bounds(mask);
        if (inside.isEmpty()) {
            throw new ProviderFailure.InvalidRequest("The mask covers nothing; lay it over the subject to replace");
        }
        Box window = inside.grown((int) (8 + SURROUNDINGS * inside.width()), (int) (8 + SURROUNDINGS * inside.height()))
                .within(Box.ofSize(base.width(), base.height()));
        Raster part = placed(Masks.cut(base, window), Masks.cut(mask, window), subject, wish, bend);
        return Compositing.composite(base, Masks.pasted(base, part, window), mask);
    }

    private static Raster placed(Raster base, @Nullable Mask mask, Cutout subject, SubjectWish wish, double bend) {
        Optional<Cutout> old = Cutout.of(base);
        Stage stage = Stage.of(base, mask, old.orElse(null));
        float[] own = subject.hasAlpha() ? stage.colour() : subject.background();
        OkPlanes actor = new SubjectPlacing(subject.lifted(), subject.box())
                .leanedTowards(stage.colour(), own, bend)
                .standingIn(stage.place(), base.width(), base.height(), wish.size(), wish.mirrored());
        SubjectPlacing.addGrain(actor, stage.grain());
        return stage.with(actor);
    }
}
