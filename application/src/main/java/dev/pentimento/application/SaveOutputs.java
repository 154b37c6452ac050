package dev.pentimento.application;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.Records;
import java.util.List;

/** Stores the images first and then, in one transaction, the versions that name them and the end of the job. */
final class SaveOutputs implements Stage {
    private final Records records;
    private final Pictures pictures;
    private final Mint mint;

    SaveOutputs(Records records, Pictures pictures, Mint mint) {
        this.records = records;
        this.pictures = pictures;
        this.mint = mint;
    }

    @Override
    public String name() {
        return "save_outputs";
    }

    @Override
    public Draft run(Draft draft, CallContext context) {
        Job job = draft.job();
        List<Version> versions = draft.finished().stream()
                .map(finished -> version(finished, job.concept()))
                .toList();
        List<VersionId> ids = versions.stream().map(Version::id).toList();
        Job done = job.complete(ids, draft.requireReport(), mint.now());
        boolean stillOurs = records.write(writer -> {
            if (!writer.replace(job, done)) {
                return false;
            }
            versions.forEach(writer::add);
            return true;
        });
        if (!stillOurs) {
            throw new ProviderFailure.Canceled(
                    "Job %s was called off before its result was stored".formatted(job.id()));
        }
        return draft;
    }

    private Version version(Draft.Finished finished, ConceptId concept) {
        Image image = pictures.keep(finished.raster());
        return new Version(finished.id(), concept, image, finished.parents(), finished.origin(), mint.now());
    }
}
