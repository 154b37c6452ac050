package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Compositing;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.ArrayList;
import java.util.List;

/** Puts each delivered edit into its parent within the mask, and proves that nothing else changed. */
final class CompositeMask implements Stage {
    private final Calls calls;
    private final Pictures pictures;
    private final Mint mint;

    CompositeMask(Calls calls, Pictures pictures, Mint mint) {
        this.calls = calls;
        this.pictures = pictures;
        this.mint = mint;
    }

    @Override
    public String name() {
        return "composite_mask";
    }

    @Override
    public Draft run(Draft draft, RunningJob running) {
        List<VersionId> parents = draft.job().work().match(CompositeMask::parents, generate -> List.of());
        List<Delivered> usable = new ArrayList<>();
        List<Draft.Finished> finished = new ArrayList<>();
        List<ProviderFailure> failures = new ArrayList<>();
        for (Delivered part : draft.delivered()) {
            running.checkNotCalledOff();
            try {
                finished.addAll(finish(draft, part, parents));
                usable.add(part);
            } catch (ProviderFailure.Unintelligible e) {
                calls.reject(running, part, e);
                failures.add(e);
            }
        }
        if (usable.isEmpty()) {
            throw failures.get(0);
        }
        return draft.delivered(usable).finished(finished);
    }

    private List<Draft.Finished> finish(Draft draft, Delivered part, List<VersionId> parents) {
        return part.images().stream()
                .map(file -> finish(draft, decode(file, draft), parents))
                .toList();
    }

    private Raster decode(EncodedImage file, Draft draft) {
        try {
            return pictures.decode(file);
        } catch (ImageRejected e) {
            throw new ProviderFailure.Unintelligible(
                    "Provider %s delivered an unusable image: %s"
                            .formatted(draft.report().provider(), e.getMessage()),
                    e);
        }
    }

    private Draft.Finished finish(Draft draft, Raster edit, List<VersionId> parents) {
        JobId job = draft.job().id();
        Draft.Base base = draft.requireBase();
        Mask mask = base.mask();
        if (mask == null) {
            return new Draft.Finished(mint.versionId(), edit, parents, new Origin.Refined(job));
        }
        if (!edit.size().equals(base.raster().size())) {
            throw new ProviderFailure.Unintelligible(
                    "Provider %s delivered %s px for a masked edit of %s px"
                            .formatted(
                                    draft.report().provider(),
                                    edit.size(),
                                    base.raster().size()),
                    null);
        }
        Raster result = Compositing.composite(base.raster(), edit, mask);
        MaskCheck check = MaskCheck.of(base.raster(), result, mask);
        if (!check.isExact()) {
            throw new IllegalStateException(
                    "Outside the mask a pixel changed by %d of 255".formatted(check.maxDifferenceOutside()));
        }
        return new Draft.Finished(mint.versionId(), result, parents, new Origin.MaskedRefined(job, check));
    }

    private static List<VersionId> parents(Work.RefineVersion work) {
        List<VersionId> parents = new ArrayList<>();
        parents.add(work.base());
        work.references().stream().filter(id -> !parents.contains(id)).forEach(parents::add);
        return parents;
    }
}
