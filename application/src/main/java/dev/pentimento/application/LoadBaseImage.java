package dev.pentimento.application;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.out.Records;
import java.util.List;

/** Fetches the base and the references from the vault, and draws the mask. */
final class LoadBaseImage implements Stage {
    private final Records records;
    private final Pictures pictures;
    private final Masks masks;

    LoadBaseImage(Records records, Pictures pictures, Masks masks) {
        this.records = records;
        this.pictures = pictures;
        this.masks = masks;
    }

    @Override
    public String name() {
        return "load_base_image";
    }

    @Override
    public Draft run(Draft draft, RunningJob running) {
        return draft.with(draft.job().work().match(this::load, generate -> {
            throw new IllegalStateException("A generation has no base image");
        }));
    }

    private Draft.Base load(Work.RefineVersion work) {
        EncodedImage file = file(work.base());
        Raster raster = pictures.decode(file);
        List<EncodedImage> references =
                work.references().stream().map(this::file).toList();
        MaskSpec spec = work.refinement().mask();
        Mask mask = spec == null ? null : masks.draw(spec, raster.size());
        return new Draft.Base(raster, file, references, mask);
    }

    private EncodedImage file(VersionId id) {
        Version version = records.read(reader -> reader.version(id))
                .orElseThrow(() -> new IllegalStateException("Version " + id + " of a submitted job is gone"));
        return pictures.forProviders(version.image().digest());
    }
}
