package dev.pentimento.application;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.prompt.ModelFamily;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.PlanRefinement;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.Preview;

/** Who makes the images of a prompt, how it is addressed, and what it will probably cost. Calls nobody. */
final class Pricing {
    private final Casting casting;
    private final PlanRefinement planRefinement;

    Pricing(Casting casting, PlanRefinement planRefinement) {
        this.casting = casting;
        this.planRefinement = planRefinement;
    }

    Cast cast(Batch batch, Item item) {
        return casting.generator(IterationJobs.generator(batch, item));
    }

    ModelFamily family(Batch batch, Item item) {
        Cast cast = cast(batch, item);
        return ModelFamily.of(cast.provider(), model(cast, batch, ModelFamily.FLUX.prompt(item.scene())));
    }

    /** Empty where the provider names none before the call. */
    String model(Cast cast, Batch batch, String prompt) {
        try {
            return preview(cast, batch, prompt).model();
        } catch (ProviderFailure e) {
            return cast.choice().model() == null ? "" : cast.choice().model();
        }
    }

    /** @throws ProviderFailure if it is certain now that it would fail so */
    Preview preview(Cast cast, Batch batch, String prompt) {
        return casting.generatorOf(cast.choice()).preview(request(cast, batch, prompt));
    }

    /** Of one iteration. */
    Cost generation(Batch batch, Item item, String prompt) {
        Cast cast = cast(batch, item);
        return casting.generatorOf(cast.choice()).estimate(request(cast, batch, prompt));
    }

    private static ImageGenerator.Request request(Cast cast, Batch batch, String prompt) {
        return GenerateImages.request(
                IterationJobs.work(batch, prompt, 1),
                new Brief(prompt, "", ""),
                cast.choice().model());
    }

    /** Looked at only where there is a limit, as the image has to be read for it. */
    Cost edit(Batch batch, Purse purse, String prompt, VersionId base) {
        return purse.isLimited()
                ? planRefinement.handle(IterationJobs.edit(batch, prompt, base)).estimate()
                : Cost.free();
    }

    /**
     * Of an image that is not made yet.
     *
     * @param blank an image of the size of the batch
     * @return free where nobody edits, as its words make new images then
     */
    Cost edit(Batch batch, String prompt, EncodedImage blank) {
        RefineImage.Uploaded base = new RefineImage.Uploaded(new ImageFile("an image of the batch", blank.bytes()));
        try {
            return planRefinement
                    .handle(IterationJobs.edit(batch, prompt, base))
                    .estimate();
        } catch (ProviderFailure.InvalidRequest nobodyCan) {
            return Cost.free();
        }
    }
}
