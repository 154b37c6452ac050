package dev.pentimento.application;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.image.Resampling;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.ports.out.ImageGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has the provider make originals from words, and gives them the size that was asked for where the provider did not. */
final class GenerateImages implements Stage {
    private final Casting casting;
    private final Calls calls;
    private final Answers answers;
    private final Mint mint;

    GenerateImages(Casting casting, Calls calls, Answers answers, Mint mint) {
        this.casting = casting;
        this.calls = calls;
        this.answers = answers;
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
        ImageSize size = Generations.of(draft).size();
        Origin origin = new Origin.Generated(draft.job().id());
        return answers.finish(
                draft.delivered(parts),
                running,
                made -> new Draft.Finished(mint.versionId(), sized(made, size, running), List.of(), origin));
    }

    /** Never distorted: of another shape only the middle remains. */
    private static Raster sized(Raster made, ImageSize size, RunningJob running) {
        if (!made.size().equals(size)) {
            running.progress(1, "An image came at %s px and is made %s px".formatted(made.size(), size));
        }
        return Resampling.covering(made, size);
    }

    private static Ask ask(Draft draft, ImageGenerator generator) {
        Work.GenerateOriginals work = Generations.of(draft);
        ImageGenerator.Request request =
                request(work, draft.concept().brief(), draft.job().provider().model());
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

    static ImageGenerator.Request request(Work.GenerateOriginals work, Brief brief, @Nullable String model) {
        return new ImageGenerator.Request(work.instruction(), brief, work.size(), work.variants(), work.seed(), model);
    }
}
