package dev.pentimento.application;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.image.Resampling;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.ports.out.ImageGenerator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has the provider make originals from words, in as many calls as the variants need, and gives them the size that was asked for where the provider did not. */
final class GenerateImages implements Stage {
    private final Casting casting;
    private final Parts parts;
    private final Answers answers;
    private final Mint mint;

    GenerateImages(Casting casting, Parts parts, Answers answers, Mint mint) {
        this.casting = casting;
        this.parts = parts;
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
        List<Delivered> delivered = parts.deliver(running, asks(draft, generator));
        ImageSize size = Generations.of(draft).size();
        Origin origin = new Origin.Generated(draft.job().id());
        return answers.finish(
                draft.delivered(delivered),
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

    private static List<Ask> asks(Draft draft, ImageGenerator generator) {
        ImageGenerator.Request whole = request(
                Generations.of(draft),
                draft.concept().brief(),
                draft.job().provider().model());
        int most = generator.maxVariants(whole.model());
        List<Ask> asks = new ArrayList<>();
        for (int first = 0; first < whole.variants(); first += most) {
            ImageGenerator.Request request = whole.part(first, Math.min(most, whole.variants() - first));
            asks.add(ask(asks.size(), request, draft.job(), generator));
        }
        return asks;
    }

    private static Ask ask(int part, ImageGenerator.Request request, Job job, ImageGenerator generator) {
        String provider = Casting.name(job.provider());
        return new Ask(
                part,
                provider,
                request.model(),
                RequestHash.of(List.of(
                        provider, String.valueOf(job.work()), String.valueOf(request.brief()), Integer.toString(part))),
                generator.estimate(request),
                request.variants(),
                context -> generator.generate(request, context),
                generator.resumption());
    }

    static ImageGenerator.Request request(Work.GenerateOriginals work, Brief brief, @Nullable String model) {
        return new ImageGenerator.Request(work.instruction(), brief, work.size(), work.variants(), work.seed(), model);
    }
}
