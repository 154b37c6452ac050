package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;

/** The conditional stage: has the provider do what the kind of refinement asks for. */
final class EditImage implements Stage {
    private final RefinementKind kind;
    private final Casting casting;

    EditImage(RefinementKind kind, Casting casting) {
        this.kind = kind;
        this.casting = casting;
    }

    @Override
    public String name() {
        return RefinementStage.conditional(kind);
    }

    @Override
    public Draft run(Draft draft, CallContext context) {
        Job job = draft.job();
        ImageEditor.Request request = job.work().match(work -> request(draft, work), generate -> {
            throw new IllegalStateException("A generation edits no image");
        });
        MadeImages made = casting.editor(job.provider()).edit(request, context);
        return draft.delivered(made.images(), made.report());
    }

    private static ImageEditor.Request request(Draft draft, Work.RefineVersion work) {
        Draft.Base base = draft.requireBase();
        return new ImageEditor.Request(
                work.refinement().kind(),
                work.refinement().instruction(),
                work.brief(),
                base.file(),
                base.references(),
                base.mask(),
                work.knobs(),
                draft.job().provider().model());
    }
}
