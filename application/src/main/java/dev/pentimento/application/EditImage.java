package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageEditor.Capabilities;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditional stage: has the provider do what the kind of refinement asks for, in as many calls as its candidates need. What it cannot do by
 * itself is prepared before the first of them is planned.
 */
final class EditImage implements Stage {
    private final RefinementKind kind;
    private final Casting casting;
    private final Parts parts;
    private final EditRequests requests;

    EditImage(RefinementKind kind, Casting casting, Parts parts, EditRequests requests) {
        this.kind = kind;
        this.casting = casting;
        this.parts = parts;
        this.requests = requests;
    }

    @Override
    public String name() {
        return RefinementStage.conditional(kind);
    }

    @Override
    public Draft run(Draft draft, RunningJob running) {
        return draft.job().work().match(work -> edit(draft, work, running), generate -> {
            throw new IllegalStateException("A generation edits no image");
        });
    }

    private Draft edit(Draft draft, Work.RefineVersion work, RunningJob running) {
        Job job = draft.job();
        ImageEditor editor = casting.editor(job.provider());
        String model = job.provider().model();
        Capabilities can = editor.capabilities(model);
        Framing framing = framing(draft, work, can);
        tell(framing, job, running);
        ImageEditor.Request request = requests.of(work, model, draft.requireBase(), framing);
        return draft.framed(framing).delivered(parts.deliver(running, asks(request, job, editor, can)));
    }

    private static Framing framing(Draft draft, Work.RefineVersion work, Capabilities can) {
        Draft.Base base = draft.requireBase();
        Framing framing = Framing.of(base.raster().size(), base.mask(), can, Wishes.of(work));
        framing.staging().refusal().ifPresent(reason -> {
            throw new ProviderFailure.InvalidRequest(
                    "Provider %s %s".formatted(Casting.name(draft.job().provider()), reason));
        });
        return framing;
    }

    private static void tell(Framing framing, Job job, RunningJob running) {
        framing.treatments().stream()
                .map(Treatment::how)
                .filter(how -> !how.isEmpty())
                .forEach(how -> running.progress(0, "%s %s".formatted(Casting.name(job.provider()), how)));
    }

    private static List<Ask> asks(ImageEditor.Request whole, Job job, ImageEditor editor, Capabilities can) {
        int most = can.maxCandidates();
        List<Ask> asks = new ArrayList<>();
        for (int first = 0; first < whole.knobs().candidates(); first += most) {
            ImageEditor.Request request = whole.with(share(whole.knobs(), first, most));
            asks.add(ask(asks.size(), request, job, editor));
        }
        return asks;
    }

    /** Further parts get a further seed, so that they differ. */
    private static Knobs share(Knobs knobs, int first, int most) {
        Long seed = knobs.seed();
        return knobs.withCandidates(Math.min(most, knobs.candidates() - first))
                .withSeed(seed == null ? null : Long.valueOf(seed + first));
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
}
