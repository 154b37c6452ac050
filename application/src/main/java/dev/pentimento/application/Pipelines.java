package dev.pentimento.application;

import dev.pentimento.application.Pipeline.Step;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.Records;
import java.util.List;

/** Which stages which work goes through. */
final class Pipelines {
    private final Stage load;
    private final EditPlans plans;
    private final Parts parts;
    private final Stage composite;
    private final Pipeline generation;
    private final Stage save;
    private final List<RefinementStage> refinement;

    /** @param refinementStages the names of a refinement's stages, in order */
    Pipelines(
            Records records,
            Pictures pictures,
            Masks masks,
            Casting casting,
            EditPlans plans,
            Calls calls,
            Parts parts,
            Palettes palettes,
            Mint mint,
            List<String> refinementStages) {
        this.plans = plans;
        this.parts = parts;
        Answers answers = new Answers(calls, pictures);
        this.refinement = refinementStages.stream().map(Pipelines::stage).toList();
        this.load = new LoadBaseImage(records, pictures, masks);
        this.composite = new CompositeMask(answers, mint);
        this.save = new SaveOutputs(pictures, mint);
        this.generation = new Pipeline(List.of(
                new Step(new GenerateImages(casting, parts, answers, mint), 8),
                new Step(new ApplyPalettes(palettes, mint), 3),
                new Step(save, 1)));
    }

    Pipeline of(Job job) {
        return job.work().match(work -> refinement(work.refinement().kind()), work -> generation);
    }

    private Pipeline refinement(RefinementKind kind) {
        return new Pipeline(refinement.stream().map(stage -> step(stage, kind)).toList());
    }

    private Step step(RefinementStage stage, RefinementKind kind) {
        return switch (stage) {
            case LOAD_BASE_IMAGE -> new Step(load, 1);
            case CONDITIONAL_STAGE -> new Step(new EditImage(kind, plans, parts), 8);
            case COMPOSITE_MASK -> new Step(composite, 1);
            case SAVE_OUTPUTS -> new Step(save, 1);
        };
    }

    private static RefinementStage stage(String label) {
        return RefinementStage.find(label)
                .orElseThrow(() -> new IllegalArgumentException("No stage is called '%s'; there are %s"
                        .formatted(label, String.join(", ", RefinementStage.labels()))));
    }
}
