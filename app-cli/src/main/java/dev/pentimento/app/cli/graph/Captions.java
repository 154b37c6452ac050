package dev.pentimento.app.cli.graph;

import dev.pentimento.app.cli.document.OriginNames;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ShowLineage;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said about each version of a graph. */
public final class Captions {
    private static final int EXCERPT = 60;

    private final Lineage lineage;
    private final Map<JobId, Job> jobs;

    public Captions(ShowLineage.Graph graph) {
        this.lineage = graph.lineage();
        this.jobs = graph.jobs().stream().collect(Collectors.toMap(Job::id, Function.identity()));
    }

    String label(Version version) {
        return lineage.label(version.id());
    }

    String badge(Version version) {
        return lineage.badge(version.id());
    }

    /** What was asked for, or the name of the imported file. */
    String words(Version version) {
        if (version.origin() instanceof Origin.Imported imported) {
            return Words.excerpt(imported.fileName(), EXCERPT);
        }
        if (version.origin() instanceof Origin.Recolored recolored) {
            return Words.excerpt("in " + recolored.palette().name(), EXCERPT);
        }
        return job(version)
                .map(job -> "\"" + Words.excerpt(prompt(job), EXCERPT) + "\"")
                .orElseGet(() -> OriginNames.of(version.origin()));
    }

    /** Who made it: a provider, or nobody but the user. */
    String maker(Version version) {
        return job(version)
                .flatMap(Job::completed)
                .map(completed -> Words.line(completed.report().provider()))
                .orElseGet(() -> OriginNames.of(version.origin()));
    }

    private Optional<Job> job(Version version) {
        return version.origin().madeBy().map(jobs::get);
    }

    static String prompt(Job job) {
        return job.work()
                .match(
                        refine -> refine.refinement().instruction().text(),
                        generate -> generate.instruction().text());
    }
}
