package dev.pentimento.application;

import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.in.RefineImage;

/**
 * What a refinement asks of its editor.
 *
 * @param references how many
 * @param masked whether only a part of the picture may change
 */
record Wishes(RefinementKind kind, int references, boolean masked, Knobs knobs) {

    static Wishes of(RefineImage.Command command) {
        return of(command.refinement(), command.references().size(), command.knobs());
    }

    static Wishes of(Work.RefineVersion work) {
        return of(work.refinement(), work.references().size(), work.knobs());
    }

    private static Wishes of(Refinement refinement, int references, Knobs knobs) {
        return new Wishes(refinement.kind(), references, refinement.mask() != null, knobs);
    }
}
