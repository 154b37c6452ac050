package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import java.util.ArrayList;
import java.util.List;

/** Has the provider make originals from words. */
final class GenerateImages implements Stage {
    private final Casting casting;
    private final Pictures pictures;
    private final Mint mint;

    GenerateImages(Casting casting, Pictures pictures, Mint mint) {
        this.casting = casting;
        this.pictures = pictures;
        this.mint = mint;
    }

    @Override
    public String name() {
        return "generate_images";
    }

    @Override
    public Draft run(Draft draft, CallContext context) {
        ImageGenerator.Request request = request(draft, Generations.of(draft));
        MadeImages made = casting.generatorOf(draft.job().provider()).generate(request, context);
        Origin origin = new Origin.Generated(draft.job().id());
        List<Draft.Finished> originals = new ArrayList<>();
        for (EncodedImage file : made.images()) {
            originals.add(new Draft.Finished(mint.versionId(), pictures.decode(file), List.of(), origin));
        }
        return draft.delivered(made.images(), made.report()).finished(originals);
    }

    private static ImageGenerator.Request request(Draft draft, Work.GenerateOriginals work) {
        return new ImageGenerator.Request(
                work.instruction(),
                draft.concept().brief(),
                work.size(),
                work.variants(),
                work.seed(),
                draft.job().provider().model());
    }
}
