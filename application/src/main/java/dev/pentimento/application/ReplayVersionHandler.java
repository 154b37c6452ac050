package dev.pentimento.application;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ReplayVersion;
import dev.pentimento.ports.in.WatchJob;
import dev.pentimento.ports.out.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class ReplayVersionHandler implements ReplayVersion {
    private final Records records;
    private final RefineImageHandler refineImage;
    private final Regeneration regeneration;
    private final WatchJob watchJob;
    private final Casting casting;

    ReplayVersionHandler(
            Records records,
            RefineImageHandler refineImage,
            Regeneration regeneration,
            WatchJob watchJob,
            Casting casting) {
        this.records = records;
        this.refineImage = refineImage;
        this.regeneration = regeneration;
        this.watchJob = watchJob;
        this.casting = casting;
    }

    @Override
    public Replayed handle(Command command) {
        ReplayPlan plan = records.read(reader -> ReplayPlan.of(command, reader));
        plan.steps().forEach(step -> requireCast(step, command));
        List<Step> done = new ArrayList<>();
        for (ReplayPlan.Step step : plan.steps()) {
            Step result = carryOut(step, plan, done, command);
            done.add(result);
            if (result.made().isEmpty()) {
                break;
            }
        }
        return new Replayed(plan.original(), done, plan.steps().size());
    }

    private void requireCast(ReplayPlan.Step step, Command command) {
        step.job()
                .work()
                .match(
                        refine -> casting.editor(ReplayPlan.refinement(refine, refine.base(), command, step.job())),
                        generate -> casting.generator(ReplayPlan.provider(command, step.job())));
    }

    private Step carryOut(ReplayPlan.Step step, ReplayPlan plan, List<Step> done, Command command) {
        Job submitted = step.job()
                .work()
                .match(
                        refine -> refine(refine, step, done, command),
                        generate -> accepted(regeneration.submit(step.job(), generate, command), step, done));
        command.listener().begins(submitted, done.size() + 1, plan.steps().size());
        Job ended = watchJob.handle(new WatchJob.Query(
                command.owner(), submitted.id(), 0, event -> command.listener().happens(event.event())));
        return new Step(step.version().id(), ended, made(ended, step));
    }

    private Job refine(Work.RefineVersion work, ReplayPlan.Step step, List<Step> done, Command command) {
        VersionId base =
                done.isEmpty() ? work.base() : done.get(done.size() - 1).made().orElseThrow();
        return accepted(refineImage.again(ReplayPlan.refinement(work, base, command, step.job())), step, done);
    }

    private static Job accepted(RefineImage.Submission submission, ReplayPlan.Step step, List<Step> done) {
        if (submission instanceof RefineImage.Accepted accepted) {
            return accepted.accepted();
        }
        throw new ProviderFailure.InvalidRequest("What made %s cannot be done again: %s; steps done: %d"
                .formatted(step.label(), reason(submission), done.size()));
    }

    private static String reason(RefineImage.Submission submission) {
        if (submission instanceof RefineImage.Rejected rejected) {
            return String.join("; ", rejected.reasons());
        }
        if (submission instanceof RefineImage.QueueFull full) {
            return "%d jobs are waiting, and no more may".formatted(full.limit());
        }
        return submission
                .job()
                .map(running -> "job %s is under way".formatted(running.id()))
                .orElse("the quota of this month is used up");
    }

    /** The candidate at the same place. */
    private static Optional<VersionId> made(Job ended, ReplayPlan.Step step) {
        return ended.completed().map(completed -> completed.versions().get(step.candidate()));
    }
}
