package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Refusal;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.FiledRefinement;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ShowJob;
import dev.pentimento.ports.in.ShowLineage;
import java.util.function.Supplier;

/** Finds runs and refinements among what a user owns. What is somebody else's is as unknown as what is not there. */
public final class RunViews {
    private final ShowLineage lineages;
    private final ShowJob jobs;

    public RunViews(ShowLineage lineages, ShowJob jobs) {
        this.lineages = lineages;
        this.jobs = jobs;
    }

    /** A refinement with the run it belongs to. */
    public record Found(ConceptFolder run, FiledRefinement refinement) {}

    /** The run that the path names. */
    ConceptFolder run(Call call) {
        return run(call.user(), call.id("run_id", "run", ConceptId::new));
    }

    /** @throws Refusal with 404 if there is none */
    public ConceptFolder run(UserId user, ConceptId id) {
        ShowLineage.Graph graph =
                known(() -> lineages.handle(new ShowLineage.Query(user, id.toString())), "run");
        if (!graph.concept().id().equals(id)) {
            throw unknown("run");
        }
        return ConceptFolder.of(graph.concept(), graph.lineage(), graph.jobs(), job -> cost(user, job));
    }

    /** The refinement that the path names. */
    Found refinement(Call call) {
        return refinement(call.user(), call.id("job_id", "refinement", JobId::new));
    }

    /** @throws Refusal with 404 if there is none */
    public Found refinement(UserId user, JobId id) {
        ConceptFolder run = run(user, job(user, id).job().concept());
        return run.refinements().stream()
                .filter(refinement -> refinement.job().id().equals(id))
                .findFirst()
                .map(refinement -> new Found(run, refinement))
                .orElseThrow(() -> unknown("refinement"));
    }

    /** @throws Refusal with 404 if there is none */
    public ShowJob.Details job(UserId user, JobId id) {
        return known(() -> jobs.handle(new ShowJob.Query(user, id.toString())), "refinement");
    }

    private Cost cost(UserId user, Job job) {
        if (job.attempt() == 0) {
            return Cost.free();
        }
        return job.completed()
                .map(done -> done.report().cost())
                .orElseGet(() -> job(user, job.id()).history().cost());
    }

    private static <T> T known(Supplier<T> found, String what) {
        try {
            return found.get();
        } catch (UnknownReference e) {
            throw unknown(what);
        }
    }

    private static Refusal unknown(String what) {
        return Problem.notFound("There is no such " + what).refusal();
    }
}
