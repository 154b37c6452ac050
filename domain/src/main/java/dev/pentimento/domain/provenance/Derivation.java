package dev.pentimento.domain.provenance;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out where the versions of a concept come from. */
public final class Derivation {
    private final Lineage lineage;
    private final Map<JobId, Job> jobs;
    private final Function<Version, Optional<DigitalSourceType>> claims;

    /**
     * @param jobs those that made the versions
     * @param claims what the file of an imported version says about its source
     */
    public Derivation(Lineage lineage, Collection<Job> jobs, Function<Version, Optional<DigitalSourceType>> claims) {
        this.lineage = lineage;
        this.jobs = jobs.stream().collect(Collectors.toMap(Job::id, Function.identity()));
        this.claims = claims;
    }

    public Provenance of(VersionId id) {
        Version version = lineage.version(id);
        List<Version> branch = lineage.branch(id);
        int omitted = Math.max(0, branch.size() - Provenance.MAX_STEPS);
        List<Step> steps = new ArrayList<>();
        steps.add(step(branch.get(0)));
        branch.stream().skip(1L + omitted).map(this::step).forEach(steps::add);
        return new Provenance(
                version.concept(),
                version.parents().stream().limit(Provenance.MAX_PARENTS).toList(),
                steps,
                omitted,
                version.createdAt(),
                sourceType(id));
    }

    private Step step(Version version) {
        Optional<Job> job = job(version);
        Optional<ProviderReport> report = report(version);
        return new Step(
                version.id(),
                lineage.label(version.id()),
                Making.of(version.origin()),
                job.map(Derivation::instruction).orElse(""),
                report.map(ProviderReport::provider).orElse(""),
                report.map(ProviderReport::model).orElse(""),
                job.flatMap(Derivation::seed).orElse(null));
    }

    private Optional<Job> job(Version version) {
        return version.origin().madeBy().map(jobs::get);
    }

    private Optional<ProviderReport> report(Version version) {
        return job(version).flatMap(Job::completed).map(JobState.Completed::report);
    }

    private static String instruction(Job job) {
        return job.work()
                .match(
                        refine -> refine.refinement().instruction().text(),
                        generate -> generate.instruction().text());
    }

    private static Optional<Long> seed(Job job) {
        return job.work()
                .match(
                        refine -> Optional.ofNullable(refine.knobs().seed()),
                        generate -> Optional.ofNullable(generate.seed()));
    }

    /**
     * What everything that went into a version amounts to: its bases and its references. Null where no program is known to have had a part.
     */
    public @Nullable DigitalSourceType sourceType(VersionId id) {
        List<Version> sources = new ArrayList<>(lineage.ancestors(id));
        sources.add(lineage.version(id));
        Sources all = new Sources();
        sources.forEach(source -> add(source, all));
        return all.sum();
    }

    private void add(Version version, Sources all) {
        if (version.origin() instanceof Origin.Imported) {
            all.addMaterial(claims.apply(version).orElse(null));
            return;
        }
        boolean trained = report(version).filter(ProviderReport::byTrainedModel).isPresent();
        boolean recolored = version.origin() instanceof Origin.Recolored;
        if (version.origin() instanceof Origin.Generated) {
            all.addMaterial(
                    trained ? DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA : DigitalSourceType.ALGORITHMIC_MEDIA);
        } else {
            all.addChange(trained && !recolored);
        }
    }
}
