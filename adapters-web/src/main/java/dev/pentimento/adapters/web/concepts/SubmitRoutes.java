package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.adapters.web.http.IdempotencyKey;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Problems;
import dev.pentimento.adapters.web.http.ProviderChoices;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.limits.RateLimits;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.spi.OpenHome;
import java.util.List;

/** Submits tasks. */
final class SubmitRoutes {
    private static final int UNPROCESSABLE = 422;
    private static final ImageSize SIZE = new ImageSize(1024, 1024);
    private static final Integer[] REFUSALS = {409, 413, 415, 422, 429, 502, 503, 504};

    private final RefineImage refineImage;
    private final GenerateConcept generateConcept;
    private final ProviderChoices providers;
    private final Originals originals;
    private final Submissions submissions;
    private final RateLimits limits;

    SubmitRoutes(OpenHome home, Originals originals, Submissions submissions, RateLimits limits) {
        this.refineImage = home.refineImage();
        this.generateConcept = home.generateConcept();
        this.providers = new ProviderChoices(home.listProviders());
        this.originals = originals;
        this.submissions = submissions;
        this.limits = limits;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/concepts/refine", "Refine an image", limits.telling(WorkKind.REFINE, this::refine))
                        .keyed()
                        .takes(Route.Body.JSON, RefineRequest.class)
                        .answers(200, TaskDocument.class)
                        .answers(202, TaskDocument.class)
                        .answers(409, TaskDocument.class)
                        .problems(REFUSALS),
                Route.post(
                                "/api/concepts/generate-with-palettes",
                                "Make a new concept and show it in several palettes",
                                limits.telling(WorkKind.GENERATE, this::generate))
                        .parameter("num_palettes", Integer.class, "in how many palettes, 1 to 7; 7 unless told")
                        .keyed()
                        .takes(Route.Body.JSON, GenerateRequest.class)
                        .answers(200, TaskDocument.class)
                        .answers(202, TaskDocument.class)
                        .answers(409, TaskDocument.class)
                        .problems(REFUSALS));
    }

    private Answer refine(Call call) {
        Fields fields = call.json();
        RefineRequest request = RefineRequest.read(fields);
        try {
            RefineImage.Command command = new RefineImage.Command(
                    call.user(),
                    originals.picture(request.originalImageUrl(), call),
                    List.of(),
                    new PromptRefinement(request.instruction(), request.mask()),
                    List.of(),
                    request.knobs(),
                    request.brief(),
                    providers.named(request.provider()),
                    null,
                    Priority.NORMAL,
                    IdempotencyKey.of(call, fields));
            return submissions.answer(refineImage.handle(command), call);
        } catch (FetchFailure | ImageRejected | UnknownReference e) {
            return ofOriginal(e);
        }
    }

    /** What is wrong with the picture is told as a fault of the field that names it. */
    private static Answer ofOriginal(PentimentoException failure) {
        Problem problem = Problems.of(failure);
        boolean theirs = problem.status() == UNPROCESSABLE || failure instanceof UnknownReference;
        return theirs ? Fields.problem("original_image_url", problem.message()).answer() : problem.answer();
    }

    private Answer generate(Call call) {
        int palettes =
                call.query("num_palettes", 1, Work.GenerateOriginals.MAX_PALETTES, Work.GenerateOriginals.MAX_PALETTES);
        Fields fields = call.json();
        GenerateRequest request = GenerateRequest.read(fields);
        GenerateConcept.Command command = new GenerateConcept.Command(
                call.user(),
                request.instruction(),
                request.brief(),
                SIZE,
                1,
                palettes,
                null,
                providers.named(request.provider()),
                Priority.NORMAL,
                IdempotencyKey.of(call, fields));
        return submissions.answer(generateConcept.handle(command), call);
    }
}
