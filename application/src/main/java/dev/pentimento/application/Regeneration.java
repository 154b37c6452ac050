package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.ports.in.ReplayVersion;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.Records;

/** Generates once more what a concept began with, as further originals of it. */
final class Regeneration {
    private final Records records;
    private final Casting casting;
    private final JobDispatcher dispatcher;
    private final Mint mint;

    Regeneration(Records records, Casting casting, JobDispatcher dispatcher, Mint mint) {
        this.records = records;
        this.casting = casting;
        this.dispatcher = dispatcher;
        this.mint = mint;
    }

    Job submit(Job then, Work.GenerateOriginals work, ReplayVersion.Command command) {
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
                casting.generator(ReplayPlan.provider(command, then)),
                mint.now());
        records.write(writer -> {
            writer.add(job);
            return job;
        });
        dispatcher.dispatch(Submitting.dispatch(job, mint.now()));
        return job;
    }
}
