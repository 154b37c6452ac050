package dev.pentimento.application;

import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.PlanGeneration;
import dev.pentimento.ports.in.PlanRefinement.Plan;
import dev.pentimento.ports.out.ImageGenerator;

final class PlanGenerationHandler implements PlanGeneration {
    private final Pictures pictures;
    private final Casting casting;
    private final Outlook outlook;

    PlanGenerationHandler(Pictures pictures, Casting casting, Outlook outlook) {
        this.pictures = pictures;
        this.casting = casting;
        this.outlook = outlook;
    }

    @Override
    public Plan handle(GenerateConcept.Command command) {
        pictures.requireReadable(command.size());
        Cast cast = casting.generator(command.provider());
        ImageGenerator generator = casting.generatorOf(cast.choice());
        ImageGenerator.Request request = GenerateImages.request(
                GenerateConceptHandler.work(command),
                GenerateConceptHandler.brief(command),
                cast.choice().model());
        return outlook.of(
                cast,
                cast.treatments(),
                generator.preview(request),
                1,
                generator.estimate(request),
                casting.generators(command.provider()));
    }
}
