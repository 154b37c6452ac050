package dev.pentimento.application;

import dev.pentimento.application.Consultation.Adviser;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Score;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.in.EvaluateImage;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.in.RefineImage.Picture;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.PromptWriter;

final class EvaluateImageHandler implements EvaluateImage {
    private final Consultation consultation;
    private final Intake intake;
    private final Pictures pictures;
    private final ReadImage readImage;

    EvaluateImageHandler(Consultation consultation, Intake intake, Pictures pictures, ReadImage readImage) {
        this.consultation = consultation;
        this.intake = intake;
        this.pictures = pictures;
        this.readImage = readImage;
    }

    @Override
    public Judgement handle(Query query) {
        Scene scene = query.scene();
        requireWords(scene);
        Adviser<ImageCritic> critic = consultation.critic();
        Adviser<PromptWriter> writer = consultation.writer(PromptWriter.Task.CHECKLIST);
        EncodedImage image = image(query.owner(), query.picture());
        Checklist checklist = consultation.ask(writer, (role, context) -> role.checklist(scene, context));
        ImageCritic.Request request = new ImageCritic.Request(image, scene.text(), checklist, null);
        Evaluation evaluation = consultation.ask(critic, (role, context) -> role.evaluate(request, context));
        return new Judgement(
                scene, checklist, evaluation, Score.of(checklist, evaluation), writer.name(), critic.name());
    }

    static void requireWords(Scene scene) {
        if (scene.text().isEmpty()) {
            throw new IllegalArgumentException("Say what the image shall show: a prompt, a scene, a mood or a title");
        }
    }

    /** A PNG of nothing but pixels. */
    private EncodedImage image(UserId owner, Picture picture) {
        return picture.match(
                stored -> pictures.asPng(
                        pictures.bare(readImage.handle(new ReadImage.Query(owner, stored.reference(), null)))),
                given -> {
                    Intake.Parcel parcel = intake.open(given);
                    return pictures.png(pictures.decode(parcel.file().bytes(), parcel.sender())
                            .raster());
                });
    }
}
