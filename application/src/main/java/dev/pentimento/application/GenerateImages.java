package dev.pentimento.application;

import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.ports.out.ImageGenerator;
import java.util.List;

/** Has the provider make originals from words. */
final class GenerateImages implements Stage {
    private final Casting casting;
    private final Calls calls;
    private final Pictures pictures;
    private final Mint mint;

    GenerateImages(Casting casting, Calls calls, Pictures pictures, Mint mint) {
        this.casting = casting;
        this.calls = calls;
        this.pictures = pictures;
        this.mint = mint;
    }

    @Override
    public String name() {
        return "generate_images";
    }

    @Override
    public Draft run(Draft draft, RunningJob running) {
        ImageGenerator generator = casting.generatorOf(draft.job().provider());
        List<Delivered> parts = List.of(calls.deliver(running, ask(draft, generator)));
        Origin origin = new Origin.Generated(draft.job().id());
        Draft delivered = draft.delivered(parts);
        return delivered.finished(delivered.files().stream()
                .map(file -> new Draft.Finished(mint.versionId(), pictures.decode(file), List.of(), origin))
                .toList());
    }

    private static Ask ask(Draft draft, ImageGenerator generator) {
        Work.GenerateOriginals work = Generations.of(draft);
        ImageGenerator.Request request = request(draft, work);
        String provider = Casting.name(draft.job().provider());
        return new Ask(
                0,
                provider,
                request.model(),
                RequestHash.of(List.of(provider, work.toString(), String.valueOf(request.brief()))),
                generator.estimate(request),
                work.variants(),
                context -> generator.generate(request, context),
                generator.resumption());
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
