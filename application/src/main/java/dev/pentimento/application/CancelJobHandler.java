package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.out.Records;

final class CancelJobHandler implements CancelJob {
    private final Records records;
    private final JobRunner runner;
    private final Mint mint;

    CancelJobHandler(Records records, JobRunner runner, Mint mint) {
        this.records = records;
        this.runner = runner;
        this.mint = mint;
    }

    @Override
    public Job handle(Command command) {
        Job found = Jobs.find(records, command.owner(), command.job());
        Job after = records.write(writer -> {
            Job job = writer.job(found.id()).orElse(found);
            if (job.isFinal()) {
                return job;
            }
            Job canceled = job.cancel(mint.now());
            return writer.replace(job, canceled) ? canceled : job;
        });
        runner.abort(after.id());
        return after;
    }
}
