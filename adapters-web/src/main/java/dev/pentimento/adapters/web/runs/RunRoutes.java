package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.adapters.web.http.Json;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.RunStatus;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.ListRuns;
import dev.pentimento.ports.in.ReadConceptFile;
import dev.pentimento.ports.spi.OpenHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Runs: which there are, where they stand, what they came to, and taking them back. */
final class RunRoutes {
    private static final int MAX_PAGE = 1_000_000;
    private static final int MAX_PAGE_SIZE = 100;
    private static final int PAGE_SIZE = 20;

    private final RunViews views;
    private final ListRuns runs;
    private final FollowEvents events;
    private final ReadConceptFile files;
    private final CancelJob cancelling;

    RunRoutes(OpenHome home, RunViews views) {
        this.views = views;
        this.runs = home.listRuns();
        this.events = home.followEvents();
        this.files = home.readConceptFile();
        this.cancelling = home.cancelJob();
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/runs", "Runs, newest first", this::list)
                        .parameter("page", Integer.class, "Which page, from 1")
                        .parameter("page_size", Integer.class, "How many on a page, 1 to 100; 20 if not said")
                        .parameter("status", RunStatus.class, "Only those that stand there")
                        .answers(200, RunDocument.Page.class)
                        .problems(422),
                Route.get("/api/v1/runs/{run_id}", "A run", call -> Answer.ok(RunDocument.of(views.run(call))))
                        .answers(200, RunDocument.class)
                        .problems(404),
                Route.get("/api/v1/runs/{run_id}/status", "Where a run stands", this::status)
                        .answers(200, StatusDocument.class)
                        .problems(404),
                Route.get("/api/v1/runs/{run_id}/results", "What a run has come to", this::results)
                        .answers(200, ResultsDocument.class)
                        .problems(404),
                Route.post("/api/v1/runs/{run_id}/cancel", "Takes back whatever of a run is not done yet", this::cancel)
                        .answers(200, Told.class)
                        .problems(404));
    }

    private Answer list(Call call) {
        int page = call.query("page", 1, MAX_PAGE, 1);
        int size = call.query("page_size", 1, MAX_PAGE_SIZE, PAGE_SIZE);
        Set<RunStatus> statuses =
                call.query("status").map(RunRoutes::status).map(Set::of).orElse(EnumSet.allOf(RunStatus.class));
        ListRuns.Listing listing = runs.handle(new ListRuns.Query(call.user(), statuses, (page - 1) * size, size));
        List<RunDocument> shown = listing.runs().stream()
                .map(run -> RunDocument.of(views.run(call.user(), run)))
                .toList();
        int pages = (listing.total() + size - 1) / size;
        return Answer.ok(new RunDocument.Page(shown, listing.total(), page, size, pages));
    }

    private static RunStatus status(String text) {
        String wanted = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(RunStatus.values())
                .filter(status -> status.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Fields.problem("status", "must be one of " + Arrays.toString(RunStatus.values()))
                        .refusal());
    }

    private Answer status(Call call) {
        ConceptFolder run = views.run(call);
        RunDocument told = RunDocument.of(run);
        List<RecordedEvent> past = run.founding()
                .map(job -> PastEvents.of(events, call.user(), job))
                .orElse(List.of());
        Stages stages = new Stages();
        past.forEach(stages::hear);
        return Answer.ok(new StatusDocument(
                told.runId(),
                told.status(),
                progress(run, past),
                stages.current(),
                stages.all(),
                Timestamps.of(run.concept().createdAt()),
                told.startedAt(),
                told.completedAt(),
                told.errorMessage()));
    }

    private static double progress(ConceptFolder run, List<RecordedEvent> past) {
        if (run.status() == RunStatus.COMPLETED) {
            return 1;
        }
        return past.stream()
                .mapToDouble(event -> event.event().progress())
                .max()
                .orElse(0);
    }

    private Answer results(Call call) {
        ConceptFolder run = views.run(call);
        RefinementList refinements = RefinementList.of(run);
        byte[] metadata = files.handle(
                new ReadConceptFile.Query(call.user(), run.concept().id(), "pipeline_metadata.json"));
        try {
            return Answer.ok(new ResultsDocument(
                    run.concept().id().toString(),
                    run.status().name(),
                    GeneratedImage.allOf(run),
                    refinements.refinements(),
                    refinements.totalCost(),
                    refinements.totalRefinements(),
                    Json.read(metadata)));
        } catch (IOException e) {
            throw new UncheckedIOException("What is written into folders must be JSON", e);
        }
    }

    private Answer cancel(Call call) {
        ConceptFolder run = views.run(call);
        Stream.concat(run.founding().stream(), run.refinements().stream().map(refinement -> refinement.job()))
                .filter(job -> !job.isFinal())
                .map(Job::id)
                .forEach(job -> cancelling.handle(new CancelJob.Command(call.user(), job)));
        RunDocument after = RunDocument.of(views.run(call));
        return Answer.ok(
                new Told("Whatever was open of the run is cancelled", after.status(), after.jobId(), after.runId()));
    }
}
