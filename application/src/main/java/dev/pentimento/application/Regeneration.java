package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ReplayVersion;

/** Generates once more what a concept began with, as further originals of it. */
final class Regeneration {
    private final Casting casting;
    private final Queue queue;
    private final Mint mint;

    Regeneration(Casting casting, Queue queue, Mint mint) {
        this.casting = casting;
        this.queue = queue;
        this.mint = mint;
    }

    RefineImage.Submission submit(Job then, Work.GenerateOriginals work, ReplayVersion.Command command) {
        Work again = new Work.GenerateOriginals(
                work.instruction(),
                work.size(),
                work.variants(),
                work.palettes(),
                command.seed() == null ? work.seed() : command.seed());
        Job job = Job.submit(
                mint.jobId(),
                command.owner(),
                then.concept(),
                again,
                casting.generator(ReplayPlan.provider(command, then)).choice(),
                mint.now());
        Queue.Wanted wanted = new Queue.Wanted(command.owner(), WorkKind.GENERATE, Priority.NORMAL, null);
        return queue.submit(wanted, writer -> {
            writer.add(job);
            return new Queue.Candidate(job, new RefineImage.Accepted(job, null));
        });
    }
}
