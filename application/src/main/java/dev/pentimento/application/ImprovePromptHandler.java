package dev.pentimento.application;

import dev.pentimento.application.Consultation.Adviser;
import dev.pentimento.domain.evaluation.Verdicts;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.ports.in.EvaluateImage;
import dev.pentimento.ports.in.ImprovePrompt;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.out.PromptWriter.Shortfall;
import dev.pentimento.ports.out.PromptWriter.Trial;
import java.util.List;

final class ImprovePromptHandler implements ImprovePrompt {
    private final Consultation consultation;
    private final EvaluateImage evaluateImage;

    ImprovePromptHandler(Consultation consultation, EvaluateImage evaluateImage) {
        this.consultation = consultation;
        this.evaluateImage = evaluateImage;
    }

    @Override
    public Improved handle(Query query) {
        Adviser<PromptWriter> writer = consultation.writer(PromptWriter.Task.REFINEMENT);
        EvaluateImage.Judgement judgement =
                evaluateImage.handle(new EvaluateImage.Query(query.owner(), query.picture(), query.scene()));
        Shortfall shortfall = shortfall(query, judgement);
        RefinedPrompt refined = consultation.ask(writer, (role, context) -> role.refine(shortfall, context));
        return new Improved(judgement, refined, writer.name());
    }

    private static Shortfall shortfall(Query query, EvaluateImage.Judgement judgement) {
        return new Shortfall(
                query.scene().text(),
                query.prompt(),
                new Verdicts(judgement.checklist(), judgement.evaluation()).failed(),
                judgement.evaluation().issues(),
                judgement.evaluation().suggestions(),
                List.of(new Trial(query.prompt(), judgement.score().overall())));
    }
}
