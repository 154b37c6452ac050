package dev.pentimento.application;

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
    private final Advisers advisers;
    private final PersonalQuestions questions;
    private final Consultation consultation;
    private final Intake intake;
    private final Pictures pictures;
    private final ReadImage readImage;

    EvaluateImageHandler(
            Advisers advisers,
            PersonalQuestions questions,
            Consultation consultation,
            Intake intake,
            Pictures pictures,
            ReadImage readImage) {
        this.advisers = advisers;
        this.questions = questions;
        this.consultation = consultation;
        this.intake = intake;
        this.pictures = pictures;
        this.readImage = readImage;
    }

    @Override
    public Judgement handle(Query query) {
        return judge(query.picture(), query.scene(), new Sitting(query.owner(), query.terms()));
    }

    /** Whoever is to be asked is found before anybody is. */
    Judgement judge(Picture picture, Scene scene, Sitting sitting) {
        requireWords(scene);
        Casting.Critic critic = advisers.critic(sitting.terms().provider());
        Casting.Writer writer = advisers.writer(sitting.terms().provider(), PromptWriter.Task.CHECKLIST);
        EncodedImage image = image(sitting.owner(), picture);
        Checklist checklist = consultation.ask(questions.checklist(writer, scene), sitting);
        ImageCritic.Request request = new ImageCritic.Request(image, scene.text(), checklist, null);
        Evaluation evaluation = consultation.ask(questions.evaluation(critic, request), sitting);
        return new Judgement(
                scene,
                checklist,
                evaluation,
                Score.of(checklist, evaluation),
                writer.name(),
                critic.name(),
                sitting.cost());
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
                    return pictures.png(
                            pictures.decode(parcel.file(), parcel.sender()).raster());
                });
    }
}
