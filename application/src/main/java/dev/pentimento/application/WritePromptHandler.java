package dev.pentimento.application;

import dev.pentimento.application.Consultation.Adviser;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.in.WritePrompt;
import dev.pentimento.ports.out.PromptWriter;

final class WritePromptHandler implements WritePrompt {
    private final Consultation consultation;

    WritePromptHandler(Consultation consultation) {
        this.consultation = consultation;
    }

    @Override
    public Written handle(Scene scene) {
        EvaluateImageHandler.requireWords(scene);
        Adviser<PromptWriter> writer = consultation.writer(PromptWriter.Task.PROMPT);
        return new Written(consultation.ask(writer, (role, context) -> role.write(scene, context)), writer.name());
    }
}
