package dev.pentimento.application;

import dev.pentimento.ports.in.WritePrompt;
import dev.pentimento.ports.out.PromptWriter;

final class WritePromptHandler implements WritePrompt {
    private final Advisers advisers;
    private final PersonalQuestions questions;
    private final Consultation consultation;

    WritePromptHandler(Advisers advisers, PersonalQuestions questions, Consultation consultation) {
        this.advisers = advisers;
        this.questions = questions;
        this.consultation = consultation;
    }

    @Override
    public Written handle(Query query) {
        EvaluateImageHandler.requireWords(query.scene());
        Casting.Writer writer = advisers.writer(query.terms().provider(), PromptWriter.Task.PROMPT);
        Sitting sitting = new Sitting(query.owner(), query.terms());
        String prompt = consultation.ask(questions.prompt(writer, query.scene()), sitting);
        return new Written(WrittenPrompts.require(prompt, writer, sitting.cost()), writer.name(), sitting.cost());
    }
}
