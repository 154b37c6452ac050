package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.adapters.web.http.Form;
import dev.pentimento.adapters.web.http.IdempotencyKey;
import dev.pentimento.adapters.web.http.Problems;
import dev.pentimento.adapters.web.http.ProviderChoices;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.http.Upload;
import dev.pentimento.adapters.web.limits.RateLimits;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import dev.pentimento.domain.submission.SubmissionKey;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.failure.ProviderFailure.InvalidRequest.Part;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.spi.OpenHome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Begins runs. */
final class NewRunRoute {
    private final GenerateConcept generation;
    private final RefineImage refinement;
    private final ImportImages intake;
    private final RunViews views;
    private final ProviderChoices providers;
    private final RateLimits limits;
    private final Submissions submissions;

    NewRunRoute(OpenHome home, RunViews views, RateLimits limits) {
        this.providers = new ProviderChoices(home.listProviders());
        this.limits = limits;
        this.submissions = new Submissions(limits);
        this.generation = home.generateConcept();
        this.refinement = home.refineImage();
        this.intake = home.importImages();
        this.views = views;
    }

    List<Route> routes() {
        return List.of(Route.post(
                        "/api/v1/runs",
                        "Generates images, or brings some in, as a new run",
                        limits.telling(WorkKind.GENERATE, this::create))
                .keyed()
                .takes(Route.Body.FORM, NewRunForm.class)
                .answers(200, RunDocument.class)
                .answers(201, RunDocument.class)
                .problems(400, 409, 413, 415, 422, 429, 503));
    }

    private Answer create(Call call) {
        Form form = call.form();
        RateLimits.tell(NewRunForm.kind(form), call);
        NewRunForm wanted = NewRunForm.read(form);
        SubmissionKey key = IdempotencyKey.of(call, form);
        try {
            return wanted.images().isEmpty()
                    ? make(call, instruction(form.fields(), wanted), wanted, key)
                    : bringIn(call.user(), wanted, key);
        } catch (PentimentoException e) {
            return Problems.of(e, field(e, wanted)).answer();
        }
    }

    /** Whatever is wrong with neither an image nor the size is so with this provider. */
    private static String field(PentimentoException failure, NewRunForm wanted) {
        if (failure instanceof ImageRejected) {
            return wanted.imageFile() == null ? "images" : "image_file";
        }
        boolean size = failure instanceof ProviderFailure.InvalidRequest invalid
                && invalid.part().filter(Part.SIZE::equals).isPresent();
        return size ? "size" : "provider";
    }

    private Answer make(Call call, Instruction prompt, NewRunForm wanted, @Nullable SubmissionKey key) {
        Upload begin = wanted.imageFile();
        RefineImage.Submission submission = begin == null
                ? generation.handle(generation(call.user(), wanted, prompt, key))
                : refinement.handle(refinement(call.user(), wanted, prompt, begin, key));
        return submissions.answer(submission, call.user(), job -> created(call.user(), job.concept()));
    }

    private static Instruction instruction(Fields fields, NewRunForm wanted) {
        Optional<Instruction> prompt = fields.made("prompt", Optional.ofNullable(wanted.prompt()), Instruction::new);
        fields.check();
        return prompt.orElseThrow();
    }

    private Answer bringIn(UserId user, NewRunForm wanted, @Nullable SubmissionKey key) {
        List<RefineImage.Given> pictures = wanted.images().stream()
                .<RefineImage.Given>map(upload -> new RefineImage.Uploaded(file(upload)))
                .toList();
        return intake.handle(new ImportImages.Command(user, pictures, wanted.brief(""), null, key))
                .match(
                        imported -> created(user, imported.concept()),
                        replayed -> IdempotencyKey.replay(Answer.OK, created(user, replayed.concept())),
                        taken -> IdempotencyKey.taken(taken.key()).answer());
    }

    private static ImageFile file(Upload upload) {
        return new ImageFile(upload.fileName(), upload.bytes());
    }

    private GenerateConcept.Command generation(
            UserId user, NewRunForm wanted, Instruction prompt, @Nullable SubmissionKey key) {
        return new GenerateConcept.Command(
                user,
                prompt,
                wanted.brief(prompt.text()),
                wanted.imageSize(),
                wanted.variants(),
                0,
                null,
                providers.named(wanted.provider()),
                Priority.NORMAL,
                key);
    }

    /** The job that a run is made for is known by its words, which are those of the brief. */
    private RefineImage.Command refinement(
            UserId user, NewRunForm wanted, Instruction prompt, Upload begin, @Nullable SubmissionKey key) {
        Knobs knobs = new Knobs(Knobs.DEFAULT.strength(), wanted.creativity(), Set.of(), wanted.variants(), null);
        return new RefineImage.Command(
                user,
                new RefineImage.Uploaded(file(begin), true),
                List.of(),
                new PromptRefinement(prompt, null),
                List.of(),
                knobs,
                wanted.brief(prompt.text()),
                providers.named(wanted.provider()),
                null,
                Priority.NORMAL,
                key);
    }

    private Answer created(UserId user, ConceptId run) {
        return Answer.of(Answer.CREATED, RunDocument.of(views.run(user, run))).with("Location", "/api/v1/runs/" + run);
    }
}
