package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.domain.folder.RunStatus;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.spi.OpenHome;
import java.util.List;

/** Refinements: those of a run, one of them, everything about it, and taking it back. */
final class RefinementRoutes {
    private final RunViews views;
    private final CancelJob cancelling;

    RefinementRoutes(OpenHome home, RunViews views) {
        this.views = views;
        this.cancelling = home.cancelJob();
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/runs/{run_id}/refinements",
                                "The refinements of a run, in the order of submission",
                                call -> Answer.ok(RefinementList.of(views.run(call))))
                        .answers(200, RefinementList.class)
                        .problems(404),
                Route.get("/api/v1/refinements/{job_id}", "A refinement", this::show)
                        .answers(200, RefinementDocument.class)
                        .problems(404),
                Route.get("/api/v1/refinements/{job_id}/details", "Everything about a refinement", this::details)
                        .answers(200, DetailsDocument.class)
                        .problems(404),
                Route.post("/api/v1/refinements/{job_id}/cancel", "Takes a refinement back", this::cancel)
                        .answers(200, Told.class)
                        .problems(404));
    }

    private Answer show(Call call) {
        RunViews.Found found = views.refinement(call);
        return Answer.ok(RefinementDocument.of(found.run(), found.refinement()));
    }

    private Answer details(Call call) {
        RunViews.Found found = views.refinement(call);
        return Answer.ok(DetailsDocument.of(
                found, views.job(call.user(), found.refinement().job().id())));
    }

    private Answer cancel(Call call) {
        RunViews.Found found = views.refinement(call);
        Job after = cancelling.handle(
                new CancelJob.Command(call.user(), found.refinement().job().id()));
        String message = after.status() == JobStatus.CANCELED
                ? "The refinement is cancelled"
                : "The refinement was %s already".formatted(after.status().label());
        return Answer.ok(new Told(
                message,
                RunStatus.of(after.status()).name(),
                after.id().toString(),
                after.concept().toString()));
    }
}
