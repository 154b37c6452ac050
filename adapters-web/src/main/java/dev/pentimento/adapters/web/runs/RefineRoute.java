package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Form;
import dev.pentimento.adapters.web.http.IdempotencyKey;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.ProviderChoices;
import dev.pentimento.adapters.web.http.Refusal;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.http.Upload;
import dev.pentimento.adapters.web.limits.RateLimits;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.Place;
import dev.pentimento.domain.folder.Place.Shelf;
import dev.pentimento.domain.folder.Verdict;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.submission.SubmissionKey;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.spi.OpenHome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Submits refinements. Everything is checked before a job exists. */
final class RefineRoute {
    private final RefineImage refinement;
    private final RunViews views;
    private final ProviderChoices providers;
    private final RateLimits limits;
    private final Submissions submissions;

    RefineRoute(OpenHome home, RunViews views, RateLimits limits) {
        this.providers = new ProviderChoices(home.listProviders());
        this.limits = limits;
        this.submissions = new Submissions(limits);
        this.refinement = home.refineImage();
        this.views = views;
    }

    List<Route> routes() {
        return List.of(Route.post(
                        "/api/v1/runs/{run_id}/refine",
                        "Submits a refinement of an image of the run",
                        limits.telling(WorkKind.REFINE, this::refine))
                .keyed()
                .takes(Route.Body.FORM, RefineForm.class)
                .answers(200, RefinementDocument.class)
                .answers(201, RefinementDocument.class)
                .problems(400, 404, 409, 413, 415, 422, 429, 503));
    }

    private Answer refine(Call call) {
        ConceptFolder run = views.run(call);
        Form sent = call.form();
        RefineForm form = RefineForm.read(sent);
        Place parent = Parents.find(run, form.parentImageId(), form.parentImageType(), form.generationIndex());
        RefineImage.Command command = command(call.user(), run, form, parent, IdempotencyKey.of(call, sent));
        try {
            return answer(refinement.handle(command), form, call.user());
        } catch (PentimentoException e) {
            return RefineFaults.of(e, command).answer();
        }
    }

    private Answer answer(RefineImage.Submission submission, RefineForm form, UserId user) {
        return submission instanceof RefineImage.Rejected rejected
                ? RefineFaults.of(rejected, form).answer()
                : submissions.answer(submission, user, job -> created(user, job));
    }

    private Answer created(UserId user, Job job) {
        RunViews.Found found = views.refinement(user, job.id());
        return Answer.of(Answer.CREATED, RefinementDocument.of(found.run(), found.refinement()))
                .with("Location", "/api/v1/refinements/" + job.id());
    }

    private RefineImage.Command command(
            UserId user, ConceptFolder run, RefineForm form, Place parent, @Nullable SubmissionKey key) {
        List<ImageFile> painted = painted(form, parent);
        return new RefineImage.Command(
                user,
                stored(parent),
                references(run, form),
                refinement(form.kind(), form.instruction(), mask(form, painted)),
                painted,
                new Knobs(
                        Knobs.DEFAULT.strength(),
                        Creativities.of(form.creativityLevel()),
                        Set.of(),
                        form.count(),
                        null),
                Brief.EMPTY,
                providers.named(form.provider()),
                run.concept().id(),
                Priority.NORMAL,
                key);
    }

    private static RefineImage.Picture stored(Place place) {
        return new RefineImage.Stored(new VersionReference(place.version().id().toString()));
    }

    private static List<ImageFile> painted(RefineForm form, Place parent) {
        Upload file = form.maskFile();
        return file == null
                ? List.of()
                : List.of(MaskFile.read(file, parent.version().image().size()));
    }

    private static @Nullable MaskSpec mask(RefineForm form, List<ImageFile> painted) {
        List<MaskShape> shapes = new ArrayList<>(form.shapes());
        painted.forEach(file -> shapes.add(new MaskShape.Painted(file.digest())));
        return shapes.isEmpty() ? null : new MaskSpec(shapes, 0);
    }

    /** A subject repair without a reference takes the image that the run was begun with. */
    private static List<RefineImage.Picture> references(ConceptFolder run, RefineForm form) {
        Upload sent = form.referenceImage();
        if (sent != null) {
            return List.of(new RefineImage.Uploaded(new ImageFile(sent.fileName(), sent.bytes())));
        }
        if (form.kind() != RefinementKind.SUBJECT) {
            return List.of();
        }
        Optional<Place> input = run.places(Shelf.INPUTS).stream()
                .filter(place -> !place.version().origin().isReference())
                .findFirst();
        return List.of(stored(input.orElseThrow(RefineRoute::noReference)));
    }

    private static Refusal noReference() {
        return Problem.of(
                        400,
                        "no_reference_image",
                        "%s: No reference image available. Send one that shows the subject as reference_image."
                                .formatted(Verdict.title(RefinementKind.SUBJECT)))
                .refusal();
    }

    private static Refinement refinement(RefinementKind kind, Instruction instruction, @Nullable MaskSpec mask) {
        return switch (kind) {
            case SUBJECT -> new Refinement.SubjectRepair(instruction, mask);
            case TEXT -> new Refinement.TextRepair(instruction, mask);
            case PROMPT -> new Refinement.PromptRefinement(instruction, mask);
        };
    }
}
