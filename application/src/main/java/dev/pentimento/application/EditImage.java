package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.ImageEditor;
import java.util.ArrayList;
import java.util.List;

/** The conditional stage: has the provider do what the kind of refinement asks for, in as many calls as its candidates need. */
final class EditImage implements Stage {
    private final RefinementKind kind;
    private final Casting casting;
    private final Parts parts;

    EditImage(RefinementKind kind, Casting casting, Parts parts) {
        this.kind = kind;
        this.casting = casting;
        this.parts = parts;
    }

    @Override
    public String name() {
        return RefinementStage.conditional(kind);
    }

    @Override
    public Draft run(Draft draft, RunningJob running) {
        ImageEditor editor = casting.editor(draft.job().provider());
        return draft.delivered(parts.deliver(running, asks(draft, editor)));
    }

    private static List<Ask> asks(Draft draft, ImageEditor editor) {
        Job job = draft.job();
        ImageEditor.Request whole = job.work().match(work -> request(draft, work), generate -> {
            throw new IllegalStateException("A generation edits no image");
        });
        int most = editor.capabilities(whole.model()).maxCandidates();
        List<Ask> asks = new ArrayList<>();
        for (int first = 0; first < whole.knobs().candidates(); first += most) {
            ImageEditor.Request request = whole.with(share(whole.knobs(), first, most));
            asks.add(ask(asks.size(), request, job, editor));
        }
        return asks;
    }

    /** Further parts get a further seed, so that they differ. */
    private static Knobs share(Knobs knobs, int first, int most) {
        return new Knobs(
                knobs.strength(),
                knobs.creativity(),
                knobs.preserve(),
                Math.min(most, knobs.candidates() - first),
                knobs.seed() == null ? null : knobs.seed() + first);
    }

    private static Ask ask(int part, ImageEditor.Request request, Job job, ImageEditor editor) {
        String provider = Casting.name(job.provider());
        return new Ask(
                part,
                provider,
                request.model(),
                RequestHash.of(
                        List.of(provider, String.valueOf(job.work()), String.valueOf(request.knobs()), "" + part)),
                editor.estimate(request),
                request.knobs().candidates(),
                context -> editor.edit(request, context),
                editor.resumption());
    }

    private static ImageEditor.Request request(Draft draft, Work.RefineVersion work) {
        Draft.Base base = draft.requireBase();
        return new ImageEditor.Request(
                work.refinement().kind(),
                work.refinement().instruction(),
                work.brief(),
                base.file(),
                base.raster().size(),
                base.references(),
                base.mask(),
                null,
                work.knobs(),
                draft.job().provider().model());
    }
}
