package dev.pentimento.adapters.web.batches;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.adapters.web.http.IdempotencyKey;
import dev.pentimento.adapters.web.http.Problems;
import dev.pentimento.adapters.web.http.ProviderChoices;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.live.Tales;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.submission.SubmissionKey;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.failure.ProviderFailure.InvalidRequest.Part;
import dev.pentimento.ports.in.CancelBatch;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.in.ShowBatch;
import dev.pentimento.ports.spi.OpenHome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Begins batches, tells about them, calls them off and goes on with them. */
public final class BatchRoutes implements AutoCloseable {
    private static final String PAUSE = "2";

    /** How long the end of the server waits for calls that are under way. */
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final ShowBatch showBatch;
    private final CancelBatch cancelBatch;
    private final ProviderChoices providers;
    private final BatchesUnderWay underWay;
    private final InstantSource clock;

    /** @param threads gives each task a thread of its own */
    public BatchRoutes(OpenHome home, Executor threads, InstantSource clock) {
        this.showBatch = home.showBatch();
        this.cancelBatch = home.cancelBatch();
        this.providers = new ProviderChoices(home.listProviders());
        this.underWay = new BatchesUnderWay(home, threads, clock);
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/batches", "Take prompts through the loop", this::begin)
                        .keyed()
                        .takes(Route.Body.JSON, BatchRequest.class)
                        .answers(Answer.OK, BatchDocument.class)
                        .answers(Answer.ACCEPTED, BatchDocument.class)
                        .problems(413, 415, 422, 503),
                Route.get("/api/v1/batches/{id}", "A batch with what became of each prompt", this::show)
                        .answers(Answer.OK, BatchDocument.class)
                        .problems(404),
                Route.post("/api/v1/batches/{id}/cancel", "Call a batch off; what is done stays", this::cancel)
                        .answers(Answer.OK, BatchDocument.class)
                        .problems(404),
                Route.post("/api/v1/batches/{id}/resume", "Go on with a batch; nothing is paid twice", this::resume)
                        .keyed()
                        .mayTake(Route.Body.JSON, ResumeRequest.class)
                        .answers(Answer.OK, BatchDocument.class)
                        .answers(Answer.ACCEPTED, BatchDocument.class)
                        .problems(404, 409, 413, 415, 422, 503),
                Route.get("/api/v1/batches/{id}/events", "What happens to a batch, as it happens", this::events)
                        .answers(Answer.OK, Void.class)
                        .answers(Answer.NO_CONTENT, Void.class)
                        .problems(404, 503));
    }

    private static BatchId id(Call call) {
        return call.id("id", "batch", BatchId::new);
    }

    private Answer begin(Call call) {
        Fields fields = call.json();
        BatchRequest request = BatchRequest.read(fields);
        SubmissionKey key = IdempotencyKey.of(call, fields);
        ProviderChoice generator = providers.named(request.provider());
        try {
            return accepted(
                    underWay.begin(listener -> new RunBatch.Command(
                            call.user(),
                            null,
                            request.items(),
                            request.rules(),
                            request.imageSize(),
                            request.seed(),
                            generator,
                            request.budget(),
                            request.atOnce(),
                            key,
                            listener)),
                    call);
        } catch (ProviderFailure e) {
            return Problems.of(e, field(e, request)).answer();
        }
    }

    /** Whatever is wrong with neither of the two is so with this provider. */
    private static String field(ProviderFailure failure, BatchRequest request) {
        Optional<Part> part =
                failure instanceof ProviderFailure.InvalidRequest invalid ? invalid.part() : Optional.empty();
        return part.map(wrong -> wrong == Part.SIZE ? "size" : request.modelField())
                .orElse("provider");
    }

    private Answer accepted(BatchesUnderWay.Accepted accepted, Call call) {
        BatchDocument document = document(accepted.batch(), call);
        Answer answer = Answer.of(Answer.ACCEPTED, document)
                .with("Location", "/api/v1/batches/" + accepted.batch())
                .with("Retry-After", PAUSE);
        return accepted.byNow() ? answer : replayed(document, answer);
    }

    private static Answer replayed(BatchDocument document, Answer answer) {
        return document.isOver()
                ? IdempotencyKey.replay(Answer.OK, Answer.ok(document))
                : IdempotencyKey.replay(Answer.ACCEPTED, answer);
    }

    private ShowBatch.Details details(BatchId id, Call call) {
        return showBatch.handle(new ShowBatch.Query(call.user(), id, null));
    }

    private BatchDocument document(BatchId id, Call call) {
        return BatchDocument.of(details(id, call), underWay.flow(id).isPresent());
    }

    private Answer show(Call call) {
        BatchDocument document = document(id(call), call);
        Answer answer = Answer.ok(document).tagged();
        return document.underWay() ? answer.with("Retry-After", PAUSE) : answer;
    }

    private Answer cancel(Call call) {
        BatchId id = id(call);
        cancelBatch.handle(new CancelBatch.Command(call.user(), id));
        return Answer.ok(document(id, call));
    }

    private Answer resume(Call call) {
        ShowBatch.Details known = details(id(call), call);
        Batch batch = known.batch();
        Fields fields = call.jsonIfAny();
        ResumeRequest request = ResumeRequest.read(fields);
        SubmissionKey key = IdempotencyKey.of(call, fields);
        return accepted(
                underWay.begin(listener -> new RunBatch.Command(
                        call.user(),
                        batch.id(),
                        known.runs().stream()
                                .map(ShowBatch.Shown::run)
                                .map(Run::item)
                                .toList(),
                        batch.rules(),
                        batch.size(),
                        batch.seed(),
                        batch.generator(),
                        request.budget(),
                        BatchRequest.AT_ONCE,
                        key,
                        listener)),
                call);
    }

    private Answer events(Call call) {
        BatchId id = id(call);
        details(id, call);
        return BatchStream.of(underWay.flow(id).orElse(null), call, () -> document(id, call));
    }

    /** What sockets tell of batches. */
    public Tales tales() {
        return new BatchTales(showBatch, underWay, clock);
    }

    /** Calls off what is under way; it can go on later. */
    @Override
    public void close() {
        underWay.close(STOPPING);
    }
}
