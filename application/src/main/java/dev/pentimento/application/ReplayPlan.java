package dev.pentimento.application;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ReplayVersion;
import dev.pentimento.ports.out.RecordReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done again to make a version again.
 *
 * @param steps in order, at least one; the first begins at a version that stays as it is, or at nothing when it generates
 */
record ReplayPlan(Version original, List<Step> steps) {

    /**
     * One job to be done again.
     *
     * @param version that it made
     * @param label of {@code version}
     * @param candidate which of the job's versions that was, from 0
     */
    record Step(Version version, String label, Job job, int candidate) {}

    /** @throws ProviderFailure.InvalidRequest if no job made the version, or one whose result nobody can make again */
    static ReplayPlan of(ReplayVersion.Command command, RecordReader reader) {
        Version original = new References(reader, command.owner()).version(command.version());
        Lineage lineage = Lineage.of(reader.versions(original.concept()));
        return original.origin() instanceof Origin.Generated
                ? new ReplayPlan(original, List.of(step(original, lineage, reader)))
                : new ReplayPlan(original, chain(original, lineage, reader));
    }

    /** From the nearest ancestor that was not refined, down to the version. */
    private static List<Step> chain(Version original, Lineage lineage, RecordReader reader) {
        List<Step> steps = new ArrayList<>();
        Version next = original;
        while (isRefined(next)) {
            steps.add(step(next, lineage, reader));
            next = lineage.version(next.base().orElseThrow());
        }
        if (steps.isEmpty()) {
            throw new ProviderFailure.InvalidRequest(
                    "Version %s was %s, so there is nothing to do again; name one that was refined or generated"
                            .formatted(
                                    lineage.label(original.id()),
                                    original.origin() instanceof Origin.Imported
                                            ? "imported"
                                            : "shown in another palette"));
        }
        Collections.reverse(steps);
        return List.copyOf(steps);
    }

    private static boolean isRefined(Version version) {
        return version.origin() instanceof Origin.Refined || version.origin() instanceof Origin.MaskedRefined;
    }

    private static Step step(Version version, Lineage lineage, RecordReader reader) {
        Job job = version.origin()
                .madeBy()
                .flatMap(reader::job)
                .orElseThrow(() -> new IllegalStateException("The job of version " + version.id() + " is gone"));
        int candidate = job.completed().orElseThrow().versions().indexOf(version.id());
        return new Step(version, lineage.label(version.id()), job, candidate);
    }

    /** A refinement as it is to be asked for now. */
    static RefineImage.Command refinement(
            Work.RefineVersion work, VersionId base, ReplayVersion.Command command, Job then) {
        Knobs knobs = work.knobs();
        return new RefineImage.Command(
                command.owner(),
                stored(base),
                work.references().stream().map(ReplayPlan::stored).toList(),
                work.refinement(),
                List.of(),
                knobs.withSeed(command.seed() == null ? knobs.seed() : command.seed()),
                work.brief(),
                provider(command, then),
                null,
                Priority.NORMAL);
    }

    private static RefineImage.Picture stored(VersionId id) {
        return new RefineImage.Stored(new VersionReference(id.toString()));
    }

    /** Whoever did it then keeps the model, unless another one is asked for. */
    static ProviderChoice provider(ReplayVersion.Command command, Job then) {
        String name = Optional.ofNullable(command.provider().name())
                .orElse(then.provider().name());
        return new ProviderChoice(name, model(command.provider(), then.provider(), name));
    }

    private static @Nullable String model(ProviderChoice wanted, ProviderChoice then, @Nullable String name) {
        boolean same = name != null && name.equals(then.name());
        return wanted.model() == null && same ? then.model() : wanted.model();
    }
}
