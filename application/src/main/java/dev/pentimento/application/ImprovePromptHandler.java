package dev.pentimento.application;

import dev.pentimento.domain.evaluation.Verdicts;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.ports.in.EvaluateImage;
import dev.pentimento.ports.in.ImprovePrompt;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.out.PromptWriter.Shortfall;
import dev.pentimento.ports.out.PromptWriter.Trial;
import java.util.List;

final class ImprovePromptHandler implements ImprovePrompt {
    private final Advisers advisers;
    private final PersonalQuestions questions;
    private final Consultation consultation;
    private final EvaluateImageHandler evaluateImage;

    ImprovePromptHandler(
            Advisers advisers,
            PersonalQuestions questions,
            Consultation consultation,
            EvaluateImageHandler evaluateImage) {
        this.advisers = advisers;
        this.questions = questions;
        this.consultation = consultation;
        this.evaluateImage = evaluateImage;
    }

    @Override
    public Improved handle(Query query) {
        Casting.Writer writer = advisers.writer(query.terms().provider(), PromptWriter.Task.REFINEMENT);
        Sitting sitting = new Sitting(query.owner(), query.terms());
        EvaluateImage.Judgement judgement = evaluateImage.judge(query.picture(), query.scene(), sitting);
        RefinedPrompt refined = consultation.ask(questions.refinement(writer, shortfall(query, judgement)), sitting);
        WrittenPrompts.require(refined.text(), writer, sitting.cost());
        return new Improved(judgement, refined, writer.name(), sitting.cost());
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
