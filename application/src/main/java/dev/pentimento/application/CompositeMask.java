package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.ArrayList;
import java.util.List;

/** Takes each edit from its answer: one of the whole picture in its parent's shape, one within a mask put into its parent, with proof that nothing else changed. */
final class CompositeMask implements Stage {
    private final Answers answers;
    private final Mint mint;

    CompositeMask(Answers answers, Mint mint) {
        this.answers = answers;
        this.mint = mint;
    }

    @Override
    public String name() {
        return "composite_mask";
    }

    @Override
    public Draft run(Draft draft, RunningJob running) {
        return draft.job()
                .work()
                .match(work -> answers.finish(draft, running, answer -> finish(draft, work, answer)), generate -> {
                    throw new IllegalStateException("A generation has nothing to be put into");
                });
    }

    private Draft.Finished finish(Draft draft, Work.RefineVersion work, Raster answer) {
        JobId job = draft.job().id();
        Framing framing = draft.requireFraming();
        checkIsSeen(framing, answer, draft);
        Raster parent = draft.requireBase().raster();
        Mask mask = framing.mask();
        if (mask == null) {
            Raster result = framing.whole(answer, work.knobs().keepSize());
            return new Draft.Finished(mint.versionId(), result, parents(work), new Origin.Refined(job));
        }
        Raster result = framing.composite(parent, mask, answer);
        MaskCheck check = MaskCheck.of(parent, result, mask);
        if (!check.isExact()) {
            throw new IllegalStateException(
                    "Outside the mask a pixel changed by %d of 255".formatted(check.maxDifferenceOutside()));
        }
        return new Draft.Finished(mint.versionId(), result, parents(work), new Origin.MaskedRefined(job, check));
    }

    private static void checkIsSeen(Framing framing, Raster answer, Draft draft) {
        if (!framing.placement().isSeenIn(answer.size())) {
            throw new ProviderFailure.Unintelligible(
                    "Provider %s delivered %s px where %s px were asked for, in which the image cannot be made out"
                            .formatted(
                                    draft.report().provider(),
                                    answer.size(),
                                    framing.placement().canvas()),
                    null);
        }
    }

    private static List<VersionId> parents(Work.RefineVersion work) {
        List<VersionId> parents = new ArrayList<>();
        parents.add(work.base());
        work.references().stream().filter(id -> !parents.contains(id)).forEach(parents::add);
        return parents;
    }
}
