package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Refusal;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.FiledRefinement;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ReportJobs;
import dev.pentimento.ports.in.ReportJobs.Report;
import dev.pentimento.ports.in.ShowJob;
import dev.pentimento.ports.in.ShowLineage;
import dev.pentimento.ports.spi.OpenHome;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Finds runs and refinements among what a user owns. What is somebody else's is as unknown as what is not there. */
public final class RunViews {
    private final ShowLineage lineages;
    private final ShowJob jobs;
    private final ReportJobs reports;

    private RunViews(ShowLineage lineages, ShowJob jobs, ReportJobs reports) {
        this.lineages = lineages;
        this.jobs = jobs;
        this.reports = reports;
    }

    public static RunViews of(OpenHome home) {
        return new RunViews(home.showLineage(), home.showJob(), home.reportJobs());
    }

    /** A refinement with the run it belongs to. */
    public record Found(ConceptFolder run, FiledRefinement refinement) {}

    /** The run that the path names. */
    ConceptFolder run(Call call) {
        return run(call.user(), call.id("run_id", "run", ConceptId::new));
    }

    /** @throws Refusal with 404 if there is none */
    public ConceptFolder run(UserId user, ConceptId id) {
        ShowLineage.Graph graph = known(() -> lineages.handle(new ShowLineage.Query(user, id.toString())), "run");
        if (!graph.concept().id().equals(id)) {
            throw unknown("run");
        }
        Map<JobId, Report> reported = reports(user, id);
        return ConceptFolder.of(
                graph.concept(),
                graph.lineage(),
                graph.jobs(),
                job -> report(job, reported).cost(),
                job -> report(job, reported).isForgotten());
    }

    private Map<JobId, Report> reports(UserId user, ConceptId id) {
        Map<JobId, Report> reported = new HashMap<>();
        reports.handle(new ReportJobs.Query(user, new ReportJobs.OfConcept(id)))
                .forEach(report -> reported.put(report.job().id(), report));
        return reported;
    }

    /** There is one, as no job goes from the records: they were read after the graph. */
    private static Report report(Job job, Map<JobId, Report> reported) {
        return Objects.requireNonNull(reported.get(job.id()));
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
