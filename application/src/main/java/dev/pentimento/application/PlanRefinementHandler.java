package dev.pentimento.application;

import dev.pentimento.application.Intake.Arrival;
import dev.pentimento.application.Intake.Fresh;
import dev.pentimento.application.Intake.Known;
import dev.pentimento.application.Preparation.Ready;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.PlanRefinement;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.Preview;
import java.util.List;

final class PlanRefinementHandler implements PlanRefinement {
    private final Preparation preparation;
    private final EditPlans plans;
    private final Pictures pictures;
    private final Masks masks;
    private final Casting casting;
    private final Outlook outlook;
    private final Mint mint;

    PlanRefinementHandler(
            Preparation preparation,
            EditPlans plans,
            Pictures pictures,
            Masks masks,
            Casting casting,
            Outlook outlook,
            Mint mint) {
        this.preparation = preparation;
        this.plans = plans;
        this.pictures = pictures;
        this.masks = masks;
        this.casting = casting;
        this.outlook = outlook;
        this.mint = mint;
    }

    @Override
    public Plan handle(RefineImage.Command command) {
        return preparation.prepare(command).match(ready -> plan(command, ready), unfit -> {
            throw new ProviderFailure.InvalidRequest(String.join("; ", unfit.reasons()));
        });
    }

    private Plan plan(RefineImage.Command command, Ready ready) {
        Cast cast = ready.cast();
        EditPlan plan = plans.of(
                ready.work(
                        command,
                        ready.pictures().stream()
                                .map(picture -> mint.versionId())
                                .toList()),
                cast.choice(),
                base(command, ready));
        Preview preview = plan.editor().preview(plan.requests().get(0));
        return outlook.of(
                cast,
                plan.framing().treatments(),
                preview,
                plan.requests().size(),
                plan.estimate(),
                casting.editors(command));
    }

    private Draft.Base base(RefineImage.Command command, Ready ready) {
        List<EncodedImage> files = ready.pictures().stream().map(this::file).toList();
        Raster raster = raster(ready.base(), files.get(0));
        return new Draft.Base(raster, files.get(0), files.subList(1, files.size()), masks.draw(command, raster.size()));
    }

    private EncodedImage file(Arrival arrival) {
        return arrival instanceof Fresh fresh
                ? pictures.png(fresh.decoded().raster())
                : pictures.forProviders(((Known) arrival).version().image().digest());
    }

    private Raster raster(Arrival arrival, EncodedImage file) {
        return arrival instanceof Fresh fresh ? fresh.decoded().raster() : pictures.decode(file);
    }
}
