package dev.pentimento.application;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.lineage.Version;

/** Stores the images; the versions that name them are recorded afterwards, together with the end of the job. */
final class SaveOutputs implements Stage {
    private final Pictures pictures;
    private final Mint mint;

    SaveOutputs(Pictures pictures, Mint mint) {
        this.pictures = pictures;
        this.mint = mint;
    }

    @Override
    public String name() {
        return "save_outputs";
    }

    @Override
    public Draft run(Draft draft, RunningJob running) {
        return draft.saved(draft.finished().stream()
                .map(finished -> version(finished, draft.job().concept()))
                .toList());
    }

    private Version version(Draft.Finished finished, ConceptId concept) {
        Image image = pictures.keep(finished.raster());
        return new Version(finished.id(), concept, image, finished.parents(), finished.origin(), mint.now());
    }
}
