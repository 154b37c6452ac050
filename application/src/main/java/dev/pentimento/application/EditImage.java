package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.ports.out.ImageEditor;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditional stage: has the provider do what the kind of refinement asks for, in as many calls as its candidates need. What it cannot do by
 * itself is prepared before the first of them is planned.
 */
final class EditImage implements Stage {
    private final RefinementKind kind;
    private final EditPlans plans;
    private final Parts parts;

    EditImage(RefinementKind kind, EditPlans plans, Parts parts) {
        this.kind = kind;
        this.plans = plans;
        this.parts = parts;
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
        EditPlan plan = plans.of(work, job.provider(), draft.requireBase());
        tell(plan.framing(), job, running);
        return draft.framed(plan.framing()).delivered(parts.deliver(running, asks(plan, job)));
    }

    private static void tell(Framing framing, Job job, RunningJob running) {
        framing.treatments().stream()
                .map(Treatment::how)
                .filter(how -> !how.isEmpty())
                .forEach(how -> running.progress(0, "%s %s".formatted(Casting.name(job.provider()), how)));
    }

    private static List<Ask> asks(EditPlan plan, Job job) {
        List<Ask> asks = new ArrayList<>();
        plan.requests().forEach(request -> asks.add(ask(asks.size(), request, job, plan.editor())));
        return asks;
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
